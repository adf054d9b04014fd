import type { Encounter, Visit } from '@openmrs/esm-framework';
import { parseIso } from '@aisupport/core/api/iso';

/** Those of the visit that is going on, the newest first: what a diagnosis can be written into. */
export function encountersOf(visit: Visit | null): readonly Encounter[] {
  if (!visit || visit.stopDatetime) {
    return [];
  }
  return [...(visit.encounters ?? [])].sort((one, other) => timeOf(other) - timeOf(one));
}

function timeOf({ encounterDatetime }: Encounter): number {
  return encounterDatetime ? parseIso(encounterDatetime).getTime() || 0 : 0;
}

/** The one that the workspace was opened for, whatever else the visit has. */
export function encountersFor(encounter: string | undefined, visit: Visit | null): readonly Encounter[] {
  const all = encountersOf(visit);
  if (encounter === undefined) {
    return all;
  }
  const known = visit?.encounters?.find(({ uuid }) => uuid === encounter);
  return [known ?? { uuid: encounter }];
}
