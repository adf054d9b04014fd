import { css } from 'lit';

export const card = css`
  :host {
    container-type: inline-size;
  }
  article {
    display: grid;
    gap: 0.4rem;
    padding: 0.6rem 0.75rem;
    border: 1px solid var(--line);
    border-inline-start: 4px solid var(--tone);
    background: var(--ground);
  }
  article {
    --tone: var(--quiet); /* an indicator that only a newer server knows */
  }
  .info {
    --tone: #0043ce;
  }
  .warning {
    --tone: #8e6a00;
  }
  .critical {
    --tone: #a2191f;
  }
  /* The label beside the indicator where there is room, below it where there is not; always in sight. */
  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 0.75rem;
  }
  .label {
    color: var(--quiet);
  }
  .from {
    font-weight: 600;
  }
  .indicator {
    color: var(--tone);
  }
  .indicator svg {
    vertical-align: -0.15rem;
  }
  h3 {
    font-size: 1rem;
    font-weight: 600;
    line-height: 1.3;
  }
  h4 {
    font-size: inherit;
    font-weight: 600;
  }
  .stances {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr));
    gap: 0.35rem 1rem;
  }
  .evidence {
    display: grid;
    gap: 0.1rem;
  }
  mark {
    background: var(--marked);
    color: inherit;
  }
  .date,
  .made {
    color: var(--quiet);
  }
  .date {
    white-space: nowrap;
  }
  .standing {
    display: grid;
    gap: 0.25rem;
    padding: 0.35rem 0.5rem;
    background: var(--off);
  }
  details[open] > summary {
    margin-block-end: 0.35rem;
  }
  .bar {
    display: grid;
    gap: 0.4rem 0.75rem;
    align-items: end;
  }
  .bar .plain {
    justify-self: start;
  }
  @container (min-width: 34rem) {
    .bar {
      grid-template-columns: auto minmax(9rem, 17rem) auto minmax(0, 1fr);
    }
    /* Under the select, in a row of its own: the buttons must not move away from the pointer. */
    .bar .error {
      grid-area: 2 / 2 / auto / -1;
    }
  }
  .answers {
    display: grid;
    grid-template-columns: repeat(2, minmax(6.5rem, 1fr));
    gap: 0.5rem;
  }
`;
