import type { PatientEntry } from '../patients/file.js';
import type { Json } from '../rest/openmrs.js';
import type { Loading } from './loading.js';
import { loadProblems } from './problems.js';
import { loadSeries } from './series.js';
import { loadVisits } from './visits.js';

/** Every OpenMRS has it, and it has no check digit. */
const IDENTIFIER_TYPE = 'Old Identification Number';

export async function loadPatients(loading: Loading): Promise<void> {
  const types = await loading.rest.results<{ uuid: string; display: string }>(
    'patientidentifiertype?limit=100&v=custom:(uuid,display)',
  );
  const type = types.find(({ display }) => display === IDENTIFIER_TYPE);
  if (!type) {
    throw new Error(`The server has no identifier type ${IDENTIFIER_TYPE}`);
  }
  for (const patient of loading.file.patients) {
    await loading.ensure('patient', patient.uuid, () => patientBody(loading, patient, type.uuid));
    await loadVisits(loading, patient);
    await loadProblems(loading, patient);
    await loadSeries(loading, patient);
  }
}

function patientBody(loading: Loading, patient: PatientEntry, identifierType: string): Json {
  const [home] = loading.file.locations;
  const { uuid, identifier, givenName, familyName, gender, dead, age } = patient;
  return {
    identifiers: [
      { identifier, identifierType, location: home && loading.uuid('location', home.key), preferred: true },
    ],
    person: {
      uuid,
      gender,
      dead,
      birthdate: loading.calendar.birthDate(age),
      names: [{ givenName, familyName }],
    },
  };
}
