import { Calendar } from '../patients/calendar.js';
import { readPatientFile } from '../patients/file.js';
import { OpenmrsRest } from '../rest/openmrs.js';
import { adminAccount } from '../world/settings.js';
import { loadConsent } from './consent.js';
import { loadDictionary } from './dictionary.js';
import { Loading } from './loading.js';
import { loadPatients } from './patients.js';
import { loadPractice } from './practice.js';
import { Tally } from './tally.js';
import { loadUsers } from './users.js';

const STEPS = [
  ['concepts', loadDictionary],
  ['types, location, settings', loadPractice],
  ['roles, users, providers', loadUsers],
  ['patients and their records', loadPatients],
  ['what patients said about AI', loadConsent],
] as const;

/** Loads the patient file into an OpenMRS over REST. What is there already stays as it is. */
export async function load(url: string, say: (line: string) => void): Promise<Tally> {
  const rest = new OpenmrsRest(url, adminAccount());
  await rest.login();
  const loading = new Loading(rest, readPatientFile(), new Calendar(new Date()), new Tally());
  for (const [what, step] of STEPS) {
    const begun = Date.now();
    await step(loading);
    say(`${what}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  }
  return loading.tally;
}
