import { isoTime } from '../patients/calendar.js';
import type { EncounterEntry, ObsEntry, PatientEntry, VisitEntry } from '../patients/file.js';
import { derivedUuid } from '../patients/ids.js';
import type { Json } from '../rest/openmrs.js';
import type { Loading } from './loading.js';
import { Timetable } from './timetable.js';

const ENCOUNTER_ROLE_UNKNOWN = 'a0b03050-c99b-11e0-9572-0800200c9a66';

/** Visits with their encounters, observations, notes and diagnoses. */
export async function loadVisits(loading: Loading, patient: PatientEntry): Promise<void> {
  for (const visit of patient.visits) {
    const times = new Timetable(visit, loading.calendar);
    await loading.ensure('visit', visit.uuid, () => visitBody(loading, patient, visit, times));
    for (const encounter of visit.encounters) {
      await loadEncounter(loading, patient, visit, encounter, times);
    }
  }
}

function visitBody(loading: Loading, patient: PatientEntry, visit: VisitEntry, times: Timetable): Json {
  return {
    patient: patient.uuid,
    visitType: loading.uuid('visittype', visit.type),
    location: loading.uuid('location', visit.location),
    startDatetime: isoTime(times.start),
    ...(times.stop && { stopDatetime: isoTime(times.stop) }),
  };
}

async function loadEncounter(
  loading: Loading,
  patient: PatientEntry,
  visit: VisitEntry,
  encounter: EncounterEntry,
  times: Timetable,
): Promise<void> {
  const obs = obsBodies(loading, encounter, times);
  if (await loading.has('encounter', encounter.uuid)) {
    loading.tally.found('encounter');
    loading.tally.found('obs', obs.length);
  } else {
    await loading.ensure('encounter', encounter.uuid, () => ({
      patient: patient.uuid,
      encounterType: loading.uuid('encountertype', encounter.type),
      encounterDatetime: isoTime(times.encounter(encounter)),
      location: loading.uuid('location', visit.location),
      visit: visit.uuid,
      encounterProviders: [
        { provider: loading.uuid('provider', encounter.provider), encounterRole: ENCOUNTER_ROLE_UNKNOWN },
      ],
      obs,
    }));
    loading.tally.made('obs', obs.length);
  }
  for (const diagnosis of encounter.diagnoses ?? []) {
    await loading.ensure(
      'patientdiagnoses',
      diagnosis.uuid,
      () => ({
        patient: patient.uuid,
        encounter: encounter.uuid,
        diagnosis: { coded: loading.concept(diagnosis.concept) },
        condition: null,
        certainty: diagnosis.certainty,
        rank: diagnosis.rank,
      }),
      'diagnosis',
    );
  }
}

function obsBodies(loading: Loading, encounter: EncounterEntry, times: Timetable): readonly Json[] {
  const { note } = encounter;
  const bodies = (encounter.obs ?? []).map((obs, i) => ({
    uuid: obs.uuid ?? derivedUuid(`${encounter.uuid}/obs/${i}`),
    concept: loading.concept(obs.concept),
    obsDatetime: isoTime(times.obs(encounter, obs)),
    value: valueOf(loading, obs),
  }));
  const noteBody = note && {
    uuid: derivedUuid(`${encounter.uuid}/note`),
    concept: loading.concept('note'),
    obsDatetime: isoTime(times.encounter(encounter)),
    value: note,
  };
  return noteBody ? [...bodies, noteBody] : bodies;
}

/** The value of a coded observation is the key of a concept. */
function valueOf(loading: Loading, { concept, value }: ObsEntry): number | string {
  const isCoded = loading.file.concepts.find(({ key }) => key === concept)?.datatype === 'Coded';
  return isCoded ? loading.concept(String(value)) : value;
}
