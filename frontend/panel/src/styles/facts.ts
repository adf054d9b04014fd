import { css } from 'lit';

/** Terms and their texts, beside each other where there is room. */
export const facts = css`
  dl {
    display: grid;
    grid-template-columns: minmax(5rem, max-content) 1fr;
    gap: 0.15rem 0.75rem;
  }
  dt {
    color: var(--quiet);
  }
  @media (max-width: 30rem) {
    dl {
      grid-template-columns: 1fr;
    }
    dd {
      margin-block-end: 0.25rem;
    }
  }
`;
