/**
 * Calls back with what went over the wire from this window. The browser tells of it to whoever asks, whichever part of O3 it was that
 * called. Returns how to stop.
 */
export function watchWire(seen: (calls: readonly PerformanceResourceTiming[]) => void): () => void {
  if (typeof PerformanceObserver === 'undefined') {
    return () => undefined;
  }
  const observer = new PerformanceObserver((list) => {
    seen(list.getEntries() as PerformanceResourceTiming[]);
  });
  observer.observe({ type: 'resource' });
  return () => {
    observer.disconnect();
  };
}
