import { useEffect, useState } from 'react';

const QUIET_MS = 500;
const LONGEST_MS = 3_000;

/**
 * Once the page has received nothing for a moment: what O3 itself shows of the patient comes first, and ours after it
 * (P3). On a page that never comes to rest, after three seconds.
 */
export function whenCalm(): Promise<void> {
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
  const longest = setTimeout(calm, LONGEST_MS);
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
