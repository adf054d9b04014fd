import { describe, expect, it, vi } from 'vitest';
import { isWrite, watchWrites } from './record-writes';

const BASE = 'http://localhost/openmrs/ws';

describe('P1: what was written to a record from this window', () => {
  it.each(['rest/v1/encounter', 'rest/v1/encounter/e-1', 'rest/v1/patient/p/allergy', 'fhir2/R4/Condition'])(
    '%s is where a form writes',
    (path) => {
      expect(isWrite(`${BASE}/${path}`)).toBe(true);
    },
  );

  it.each([
    'rest/v1/encounter?patient=p',
    'rest/v1/encounter/e-1?v=full',
    'rest/v1/aisupport/suggestion?patient=p',
    'rest/v1/encountertype',
    'fhir2/R4/Observation?subject:Patient=p',
  ])('%s is only read', (path) => {
    expect(isWrite(`${BASE}/${path}`)).toBe(false);
  });

  it('is told until nobody wants to know any more', () => {
    let tell: (names: string[]) => void = () => undefined;
    const disconnect = vi.fn();
    vi.stubGlobal(
      'PerformanceObserver',
      class {
        constructor(heard: (list: { getEntries: () => { name: string }[] }) => void) {
          tell = (names) => {
            heard({ getEntries: () => names.map((name) => ({ name })) });
          };
        }
        observe = vi.fn();
        disconnect = disconnect;
      },
    );
    const written = vi.fn();

    const stop = watchWrites(written);
    tell([`${BASE}/rest/v1/visit?patient=p`]);
    expect(written).not.toHaveBeenCalled();
    tell([`${BASE}/rest/v1/encounter`]);
    stop();

    expect(written).toHaveBeenCalledOnce();
    expect(disconnect).toHaveBeenCalledOnce();
  });
});
