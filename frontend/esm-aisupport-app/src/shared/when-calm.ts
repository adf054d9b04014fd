import { useEffect, useState } from 'react';

const QUIET_MS = 500;
const LONGEST_MS = 3_000;

/** Of the first chart, which waits twice: for this module's code, and for what the code shows. */
let deadline: number | undefined;

/**
 * Once the page has received nothing for a moment: what O3 itself shows of the patient comes first, and ours after it
 * (P3). On a page that never comes to rest, after three seconds.
 */
export function whenCalm(): Promise<void> {
  deadline = performance.now() + LONGEST_MS;
  return new Promise((resolve) => {
    afterCalm(resolve);
  });
}

/** Whether the page has come to rest since this patient's chart was opened. */
export function useCalm(patient: string): boolean {
  const [calmFor, setCalmFor] = useState<string>();
  useEffect(
    () =>
      afterCalm(() => {
        deadline = undefined;
        setCalmFor(patient);
      }),
    [patient],
  );
  return calmFor === patient;
}

function afterCalm(then: () => void): () => void {
  if (!canObserve()) {
    then();
    return () => undefined;
  }
  const end = (): void => {
    clearTimeout(quiet);
    clearTimeout(longest);
    observer.disconnect();
  };
  const calm = (): void => {
    end();
    then();
  };
  const observer = new PerformanceObserver(() => {
    clearTimeout(quiet);
    quiet = setTimeout(calm, QUIET_MS);
  });
  let quiet = setTimeout(calm, QUIET_MS);
  const longest = setTimeout(calm, deadline === undefined ? LONGEST_MS : deadline - performance.now());
  observer.observe({ type: 'resource' });
  return end;
}

function canObserve(): boolean {
  if (typeof PerformanceObserver === 'undefined') {
    return false;
  }
  const types = PerformanceObserver.supportedEntryTypes as readonly string[] | undefined; // not every browser says
  return types?.includes('resource') === true;
}
