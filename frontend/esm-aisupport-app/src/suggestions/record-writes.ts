import { watchWire } from '../shared/wire';

/** Where O3's forms write what engines read. Reading goes to the same places, but always with a query behind them. */
const WRITES =
  /\/ws\/(rest\/v1\/(encounter|obs|condition|order|patient\/[^/]+\/allergy)|fhir2\/R4\/(Condition|AllergyIntolerance|Observation))(\/[^/?]+)?$/;

/**
 * Calls back when something was written to a record from this window. Not every form of O3 asks the cache anew for more
 * than its own page (the vitals form does not), so the browser is asked what went over the wire. Returns how to stop.
 */
export function watchWrites(written: () => void): () => void {
  return watchWire((calls) => {
    if (calls.some(({ name }) => isWrite(name))) {
      written();
    }
  });
}

export function isWrite(address: string): boolean {
  return WRITES.test(address);
}
