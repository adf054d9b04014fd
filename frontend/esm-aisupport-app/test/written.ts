import { vi } from 'vitest';

/** The browser's list of what went over the wire; returns how to put an address on it. */
export function listenToWire(): (path: string) => void {
  const heard = new Set<(list: { getEntries: () => { name: string }[] }) => void>();
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(private readonly tell: (list: { getEntries: () => { name: string }[] }) => void) {}
      observe(): void {
        heard.add(this.tell);
      }
      disconnect(): void {
        heard.delete(this.tell);
      }
    },
  );
  return (path) => {
    heard.forEach((tell) => {
      tell({ getEntries: () => [{ name: `http://localhost/openmrs/ws/${path}` }] });
    });
  };
}
