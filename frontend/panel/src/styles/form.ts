import { css } from 'lit';

export const form = css`
  :host {
    container-type: inline-size;
  }
  form {
    display: grid;
    gap: 0.6rem;
    padding: 0.75rem;
    border: 1px solid var(--line);
    background: var(--ground);
  }
  h3 {
    font-size: 1rem;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0;
    margin-block-end: 0.15rem;
    font-weight: 600;
  }
  fieldset .error {
    flex-basis: 100%;
  }
  .hint {
    flex-basis: 100%;
  }
  .hint:empty {
    display: none;
  }
  .sides,
  .side {
    display: grid;
    gap: 0.6rem;
    align-content: start;
  }
  @container (min-width: 52rem) {
    .sides {
      grid-template-columns: 1fr 1fr;
      gap: 1.5rem;
    }
  }
  /* A yes and a no of one size: neither is the answer that is hoped for. */
  .decision .choice {
    flex: 1 1 0;
    max-width: 7.5rem;
    padding: 0.35rem 0.75rem;
    border: 2px solid var(--brand);
    border-radius: 2px;
    font-weight: 600;
  }
  .choice {
    display: inline-flex;
    gap: 0.4rem;
    align-items: baseline;
    min-height: 1.5rem;
  }
  input[type='date'] {
    max-width: 12rem;
  }
  .leaflet p {
    max-width: 42rem;
    margin-block-end: 0.4rem;
  }
  .hash {
    font-family: ui-monospace, monospace;
    font-size: 0.8125rem;
  }
  .standing {
    padding: 0.35rem 0.5rem;
    background: var(--off);
  }
  .besides {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
`;
