import type { PurposeState } from '../api/contract';
import { parseIso } from '../iso';

const DUE_DAYS = 60;
const DAY_MS = 86_400_000;

/** In how many days a yes ends that is due to be asked for again (C7); absent while there is time. */
export function daysLeftWhenDue({ expires }: PurposeState): number | undefined {
  const days = expires === undefined ? NaN : Math.ceil((parseIso(expires).getTime() - Date.now()) / DAY_MS);
  return days <= DUE_DAYS ? Math.max(days, 0) : undefined;
}

/** The day that belongs to a no: of the refusal, the withdrawal, the expiry, or the yes that is still to come. */
export function dateOfDenial({ reason, since, expires }: PurposeState): string | undefined {
  if (reason === 'NOT_YET_EFFECTIVE' && since !== undefined && parseIso(since).getTime() <= Date.now()) {
    return undefined; // it is by this computer's clock: a day in the past would be nonsense
  }
  return reason === 'EXPIRED' ? (expires ?? since) : since;
}

export function mayBeAsked({ reason }: PurposeState): boolean {
  return reason !== 'DECEASED' && reason !== 'NO_PATIENT';
}
