import { css } from 'lit';

/** What every part of the panel shares. Text colours keep 4.5 : 1 on their grounds (P4). */
export const base = css`
  :host {
    --brand: var(--brand-03, #007d79);
    --text: #161616;
    --quiet: #525252;
    --line: #c6c6c6;
    --ground: #ffffff;
    --off: #f4f4f4;
    --marked: #fcf4d6;
    --bad: #a2191f;
    display: block;
    box-sizing: border-box;
    color: var(--text);
    font:
      0.875rem/1.4 'IBM Plex Sans',
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      sans-serif;
    text-align: start;
    overflow-wrap: anywhere;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  [hidden] {
    display: none !important;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul {
    padding-inline-start: 1.1rem;
  }
  a {
    color: #0f5ea8;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--text);
    outline-offset: 2px;
    border-radius: 2px;
  }
  button {
    min-height: 2rem;
    padding: 0.2rem 0.75rem;
    border-radius: 2px;
    cursor: pointer;
    background: var(--ground);
  }
  button[aria-disabled='true'] {
    cursor: progress;
    border-style: dashed;
  }
  .plain {
    border: 1px solid var(--quiet);
  }
  /* Accept and reject look alike: neither is the answer that is hoped for. */
  .answer {
    border: 2px solid var(--brand);
    color: var(--text);
    font-weight: 600;
  }
  button:hover {
    background: #e8e8e8;
  }
  .field {
    display: grid;
    gap: 0.15rem;
    max-width: 32rem;
  }
  select,
  textarea,
  input[type='text'],
  input[type='date'] {
    width: 100%;
    min-height: 2rem;
    padding: 0.2rem 0.4rem;
    border: 1px solid var(--quiet);
    border-radius: 2px;
    background: var(--ground);
  }
  [aria-invalid='true'] {
    border: 2px solid var(--bad);
  }
  .error:empty {
    display: none;
  }
  .error {
    color: var(--bad);
  }
  .quiet {
    color: var(--quiet);
  }
  .problem {
    display: grid;
    gap: 0.35rem;
    justify-items: start;
    padding: 0.5rem;
    border-inline-start: 4px solid var(--bad);
    background: #fff1f1;
  }
  summary {
    min-height: 1.5rem;
    cursor: pointer;
    color: var(--quiet);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
