import { Calendar } from '../patients/calendar.js';
import { readPatientFile } from '../patients/file.js';
import { OpenmrsRest } from '../rest/openmrs.js';
import { adminAccount, world } from '../world/settings.js';
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

async function main(): Promise<void> {
  const { url } = world();
  const rest = new OpenmrsRest(url, adminAccount());
  await rest.login();
  const loading = new Loading(rest, readPatientFile(), new Calendar(new Date()), new Tally());
  const started = Date.now();
  for (const [what, step] of STEPS) {
    const begun = Date.now();
    await step(loading);
    console.log(`${what}: ${seconds(begun)} s`);
  }
  console.log(`\n${loading.tally.toString()}\n\nDone in ${seconds(started)} s; ${summary(loading.tally)}`);
}

function summary(tally: Tally): string {
  return tally.anythingMade ? 'the server was changed' : 'nothing had to be made';
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(1);
}

main().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
});
