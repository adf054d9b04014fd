import { vi } from 'vitest';

interface List {
  readonly getEntries: () => { name: string; responseStatus: number }[];
}

/** The browser's list of what went over the wire; returns how to put an address on it. */
export function listenToWire(): (path: string, responseStatus?: number) => void {
  const heard = new Set<(list: List) => void>();
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(private readonly tell: (list: List) => void) {}
      observe(): void {
        heard.add(this.tell);
      }
      disconnect(): void {
        heard.delete(this.tell);
      }
    },
  );
  return (path, responseStatus = 200) => {
    heard.forEach((tell) => {
      tell({ getEntries: () => [{ name: `http://localhost/openmrs/ws/${path}`, responseStatus }] });
    });
  };
}
