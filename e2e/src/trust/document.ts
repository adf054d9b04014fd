/** A row of docs/trust.md: one of the checks, and where it is shown. */
export interface Check {
  readonly number: number;
  readonly concern: string;
  /** The words of its last column; none where it says that the check is open. */
  readonly places: readonly string[];
  readonly open: boolean;
}

export interface TrustDocument {
  readonly checks: readonly Check[];
  /** The words that the document explains. */
  readonly explained: readonly string[];
}

const CHECK = /^\| (\d+) \| ([^|]+) \| [^|]+ \| ([^|]+) \|$/gm;
const WORD = /^\| \*\*([^|*]+)\*\* \| [^|]+ \|$/gm;

export function readTrustDocument(text: string): TrustDocument {
  return {
    checks: [...text.matchAll(CHECK)].map(([, number, concern, shown]) =>
      check(Number(number), concern, shown),
    ),
    explained: [...text.matchAll(WORD)].map(([, word]) => word ?? ''),
  };
}

function check(number: number, concern = '', shown = ''): Check {
  const open = /^open\b/.test(shown);
  return { number, concern, open, places: open ? [] : shown.split(', ') };
}
