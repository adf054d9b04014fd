import { isoTime, minutesAfter } from '../patients/calendar.js';
import type { MedicationEntry, PatientEntry } from '../patients/file.js';
import type { Json } from '../rest/openmrs.js';
import type { Loading } from './loading.js';
import { Timetable } from './timetable.js';

const OUTPATIENT = '6f0c9a92-6f24-11e3-af88-005056821db0';

/** Conditions, medications and allergies. */
export async function loadProblems(loading: Loading, patient: PatientEntry): Promise<void> {
  await loadConditions(loading, patient);
  for (const medication of patient.medications) {
    await loading.ensure('order', medication.uuid, () => orderBody(loading, patient, medication));
  }
  await loadAllergies(loading, patient);
}

async function loadConditions(loading: Loading, patient: PatientEntry): Promise<void> {
  const { calendar } = loading;
  for (const condition of patient.conditions) {
    const { endedDaysAgo } = condition;
    await loading.ensure('condition', condition.uuid, () => ({
      patient: patient.uuid,
      condition: { coded: loading.concept(condition.concept) },
      clinicalStatus: condition.status,
      onsetDate: isoTime(calendar.at(condition.onsetDaysAgo, '00:00')),
      ...(endedDaysAgo !== undefined && { endDate: isoTime(calendar.at(endedDaysAgo, '00:00')) }),
    }));
  }
}

function orderBody(loading: Loading, patient: PatientEntry, medication: MedicationEntry): Json {
  const { stoppedDaysAgo } = medication;
  const visit = patient.visits.find(({ encounters }) =>
    encounters.some(({ uuid }) => uuid === medication.encounter),
  );
  const encounter = visit?.encounters.find(({ uuid }) => uuid === medication.encounter);
  if (!visit || !encounter) {
    throw new Error(`The order ${medication.uuid} names no encounter of its patient`);
  }
  const start = new Timetable(visit, loading.calendar).encounter(encounter);
  return {
    type: 'drugorder',
    patient: patient.uuid,
    encounter: medication.encounter,
    concept: loading.concept(medication.concept),
    careSetting: OUTPATIENT,
    orderer: loading.uuid('provider', encounter.provider),
    dosingType: 'org.openmrs.FreeTextDosingInstructions',
    dosingInstructions: medication.instructions,
    dateActivated: isoTime(start),
    ...(stoppedDaysAgo !== null && {
      autoExpireDate: isoTime(latest(loading.calendar.at(stoppedDaysAgo, '12:00'), minutesAfter(start, 1))),
    }),
  };
}

function latest(one: Date, other: Date): Date {
  return one > other ? one : other;
}

async function loadAllergies(loading: Loading, patient: PatientEntry): Promise<void> {
  for (const allergy of patient.allergies) {
    const body = () => ({
      allergen: { allergenType: allergy.type, codedAllergen: { uuid: loading.concept(allergy.concept) } },
      severity: { uuid: loading.concept(`severity-${allergy.severity.toLowerCase()}`) },
      reactions: [{ reaction: { uuid: loading.concept(allergy.reaction) } }],
    });
    await loading.ensure(`patient/${patient.uuid}/allergy`, allergy.uuid, body, 'allergy');
  }
}
