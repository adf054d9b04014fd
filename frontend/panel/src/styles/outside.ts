import { css } from 'lit';

export const outside = css`
  .engine,
  .tell {
    display: grid;
    gap: 0.35rem;
    justify-items: start;
  }
  .tell {
    justify-self: stretch;
    padding: 0.6rem 0.75rem;
    border: 1px solid var(--quiet);
    background: var(--off);
  }
  h4 {
    font-size: inherit;
    font-weight: 600;
  }
  .answers,
  .asking {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem 0.75rem;
    align-items: center;
  }
  .answers button {
    min-inline-size: 8rem;
  }
  #lacks {
    color: var(--quiet);
  }
  button[aria-disabled='true'] {
    cursor: not-allowed;
    color: var(--quiet);
  }
`;
