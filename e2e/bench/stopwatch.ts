/** What the page itself noticed, in milliseconds since the moment that `start` names. */
export interface Times {
  /** The first frame that shows the expected blood pressure in O3's own table. */
  readonly vitals: number;
  /** The end of the last of O3's own: its blood pressure, its placeholders, its requests. */
  readonly settled: number;
}

/** In the address of everything that is asked of our module, and of nothing else. */
export const OURS = '/aisupport/';

interface Stopwatch {
  /** Begins anew, at what the page does next; without it the page's own beginning counts. */
  restart(pressure: string): void;
  /** Undefined while O3 is not through. */
  read(): Times | undefined;
  /** Begins at the next click and ends when no input of that name is left. */
  untilGone(input: string): Promise<number>;
}

declare global {
  interface Window {
    stopwatch: Stopwatch;
  }
}

/**
 * Runs in the page before anything of O3. The page looks at itself once a frame and only when something changed, so that no
 * measurement waits for a tool outside. What belongs to our module never counts as O3's own: neither request nor placeholder.
 */
export function installStopwatch({ first, ours }: { readonly first: string; readonly ours: string }): void {
  let pressure = first;
  let begin = 0;
  let lastAnswer = 0;
  let vitals: number | undefined;
  let placeholdersGone: number | undefined;
  let planned = false;
  let gone: { input: string; clicked?: number; tell: (milliseconds: number) => void } | undefined;

  const isOurs = (element: Element): boolean => element.closest('[data-extension-id^="aisupport-"]') !== null;

  const look = (now: number): void => {
    planned = false;
    const cells = [...document.querySelectorAll('td')];
    if (vitals === undefined && cells.some(({ textContent }) => textContent.trim() === pressure)) {
      vitals = now;
    }
    const placeholders = [...document.querySelectorAll('[class*="skeleton"]')];
    placeholdersGone = placeholders.some((one) => !isOurs(one)) ? undefined : (placeholdersGone ?? now);
    if (gone?.clicked !== undefined && !document.querySelector(gone.input)) {
      gone.tell(now - gone.clicked);
      gone = undefined;
    }
  };
  const plan = (): void => {
    if (!planned) {
      planned = true;
      requestAnimationFrame(look);
    }
  };

  new MutationObserver(plan).observe(document, { childList: true, subtree: true, attributes: true });
  new PerformanceObserver((list) => {
    for (const { name, responseEnd } of list.getEntries() as PerformanceResourceTiming[]) {
      if (!name.includes(ours)) {
        lastAnswer = Math.max(lastAnswer, responseEnd);
      }
    }
  }).observe({ type: 'resource', buffered: true });
  addEventListener(
    'click',
    ({ timeStamp }) => {
      if (gone) {
        gone.clicked ??= timeStamp;
      }
    },
    { capture: true },
  );

  window.stopwatch = {
    restart(next) {
      pressure = next;
      begin = performance.now();
      lastAnswer = begin;
      vitals = undefined;
      placeholdersGone = undefined;
      plan();
    },
    read() {
      if (vitals === undefined || placeholdersGone === undefined) {
        return undefined;
      }
      const settled = Math.max(vitals, placeholdersGone, lastAnswer) - begin;
      return { vitals: vitals - begin, settled };
    },
    untilGone: (input) =>
      new Promise((tell) => {
        gone = { input, tell };
      }),
  };
}
