import type { PurposeState } from '../api/contract';
import { parseIso } from '../api/iso';

const DUE_DAYS = 60;
const DAY_MS = 86_400_000;

/** The day that goes with a no, if it is known and says something. */
export function dayOfDenial({ reason, since, expires }: PurposeState): string | undefined {
  if (reason === 'NOT_YET_EFFECTIVE' && since !== undefined && parseIso(since).getTime() <= Date.now()) {
    return undefined; // it is by this computer's clock: a day in the past would be nonsense
  }
  return reason === 'EXPIRED' ? (expires ?? since) : since;
}

/** Of somebody who has died, and in a record that is closed, nothing is asked any more. */
export function mayBeAsked({ reason }: PurposeState): boolean {
  return reason !== 'DECEASED' && reason !== 'NO_PATIENT';
}

/** How many days a yes still holds, when it is time to ask again (C7). */
export function daysUntilDue({ permitted, expires }: PurposeState): number | undefined {
  if (!permitted || expires === undefined) {
    return undefined;
  }
  const days = Math.ceil((parseIso(expires).getTime() - Date.now()) / DAY_MS);
  return days <= DUE_DAYS ? Math.max(days, 0) : undefined;
}
