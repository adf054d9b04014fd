import { css } from 'lit';

export const sent = css`
  details[open] > * + * {
    margin-block-start: 0.35rem;
  }
  .date {
    color: var(--quiet);
    white-space: nowrap;
  }
  pre {
    margin: 0;
    padding: 0.5rem;
    background: var(--off);
    font:
      0.8125rem/1.4 ui-monospace,
      monospace;
    white-space: pre-wrap;
  }
`;
