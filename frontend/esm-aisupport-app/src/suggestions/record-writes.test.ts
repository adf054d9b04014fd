import { describe, expect, it, vi } from 'vitest';
import { listenToWire } from '../../test/written';
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
    const goesOver = listenToWire();
    const written = vi.fn();

    const stop = watchWrites(written);
    goesOver('rest/v1/visit?patient=p');
    expect(written).not.toHaveBeenCalled();
    goesOver('rest/v1/encounter');
    stop();
    goesOver('rest/v1/encounter');

    expect(written).toHaveBeenCalledOnce();
  });
});
