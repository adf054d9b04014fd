import type { Suggestion } from '../api/contract';
import { parseIso } from '../api/iso';

/** What of a visit tells which suggestions are its own. */
export interface VisitSpan {
  readonly encounters: readonly string[];
  readonly start: string;
  /** Absent while it lasts. */
  readonly stop?: string | undefined;
}

/** Made for one of its encounters, or decided while it lasted, whichever encounter it was made for. */
export function isOfVisit({ encounter, decision }: Suggestion, visit: VisitSpan): boolean {
  if (encounter !== undefined && visit.encounters.includes(encounter)) {
    return true;
  }
  return decision !== undefined && lastedAt(parseIso(decision.at).getTime(), visit);
}

function lastedAt(time: number, { start, stop }: VisitSpan): boolean {
  return time >= parseIso(start).getTime() && (stop === undefined || time <= parseIso(stop).getTime());
}
