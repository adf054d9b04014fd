import { css } from 'lit';

export const panel = css`
  section {
    display: grid;
    gap: 0.6rem;
    padding: 0.75rem;
    border: 1px solid var(--line);
    border-block-start: 3px solid var(--brand);
    background: var(--ground);
  }
  section > div {
    display: grid;
    gap: 0.6rem;
  }
  header,
  .consent,
  .progress {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem 0.75rem;
    align-items: center;
  }
  header,
  .consent {
    justify-content: space-between;
  }
  h2 {
    font-size: 1rem;
    font-weight: 600;
  }
  .off {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    padding: 0.6rem 0.75rem;
    background: var(--off);
  }
  .off aisupport-consent-form {
    justify-self: stretch;
  }
  .consent {
    padding-block-end: 0.4rem;
    border-block-end: 1px solid var(--line);
  }
  .ways,
  .report {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem 0.75rem;
    align-items: center;
  }
  .report {
    padding-block-start: 0.4rem;
    border-block-start: 1px solid var(--line);
    font-size: 0.875rem;
  }
  .notice {
    padding-inline-start: 0.5rem;
    border-inline-start: 4px solid var(--quiet);
  }
  aisupport-card + aisupport-card {
    margin-block-start: 0.6rem;
  }
  .earlier {
    display: grid;
    gap: 0.4rem;
  }
  .heading {
    font-weight: 600;
  }
  .outside > aisupport-outside-engine {
    padding-block: 0.4rem;
  }
  .outside > aisupport-outside-engine + aisupport-outside-engine {
    border-block-start: 1px solid var(--line);
  }
  .unjudged {
    color: var(--quiet);
  }
  .spinner {
    width: 1rem;
    height: 1rem;
    border: 2px solid var(--line);
    border-block-start-color: var(--brand);
    border-radius: 50%;
  }
  @media (prefers-reduced-motion: no-preference) {
    .spinner {
      animation: turn 1s linear infinite;
    }
    @keyframes turn {
      to {
        transform: rotate(1turn);
      }
    }
  }
`;
