import type { APIRequestContext, APIResponse } from '@playwright/test';
import { isoTime } from '../../src/patients/calendar.js';
import { type Patient, RAISED_PRESSURE, TWO_FINDINGS } from '../support/people.js';
import { expect, test } from '../support/test.js';
import { whileEndNeedsDecisions, WITH_THE_RULE } from '../support/visit-end.js';

interface Refused {
  readonly error: { readonly globalErrors: readonly { readonly message: string }[] };
}

/** No test but these ends a visit with something undecided, so that the rule concerns no other. */
test.describe.configure({ mode: 'default', timeout: WITH_THE_RULE });

async function end(openmrs: APIRequestContext, url: string, { visit }: Patient): Promise<APIResponse> {
  return openmrs.post(`${url}/ws/rest/v1/visit/${visit}`, { data: { stopDatetime: isoTime(new Date()) } });
}

async function words(refused: APIResponse): Promise<string> {
  const { error } = (await refused.json()) as Refused;
  return error.globalErrors.map(({ message }) => message).join('|');
}

test('a visit isn’t ended while suggestions for it are undecided, and it is said which; then it is (S7)', async ({
  openmrs,
  people,
  practice,
  world,
}) => {
  const patient = await people.someone(TWO_FINDINGS);
  const suggestions = await practice.suggested(patient);

  await whileEndNeedsDecisions(true, world.url, async () => {
    const refused = await end(openmrs.clinician, world.url, patient);

    expect(refused.status(), await refused.text()).toBe(400);
    const said = await words(refused);
    expect(said).toContain('2 AI suggestions are undecided');
    for (const { summary } of suggestions) {
      expect(said).toContain(`«${summary}»`);
    }
    const audit = await practice.audit(patient);
    expect(audit.at(-1)).toMatchObject({ kind: 'VISIT_END_REFUSED', outcome: 'DENIED' });

    for (const suggestion of suggestions) {
      await practice.accept(suggestion);
    }
    const ended = await end(openmrs.clinician, world.url, patient);
    expect(ended.status(), await ended.text()).toBe(200);
  });
});

test('trust21_who may not see suggestions is told how many are undecided, not which (S7)', async ({
  openmrs,
  people,
  practice,
  world,
}) => {
  const patient = await people.someone(RAISED_PRESSURE);
  const [suggestion] = await practice.suggested(patient);

  await whileEndNeedsDecisions(true, world.url, async () => {
    const refused = await end(openmrs.receptionist, world.url, patient);

    expect(refused.status(), await refused.text()).toBe(400);
    const said = await words(refused);
    expect(said).toContain('1 AI suggestion is undecided');
    expect(said).not.toContain(suggestion.summary);
  });
});

test('trust18_care data is saved with the rule on, decided or not (S7)', async ({
  openmrs,
  people,
  practice,
  world,
}) => {
  const patient = await people.someone(RAISED_PRESSURE);
  await practice.suggested(patient);

  await whileEndNeedsDecisions(true, world.url, async () => {
    const refused = await end(openmrs.clinician, world.url, patient);
    expect(refused.status(), await refused.text()).toBe(400);

    // each of these throws unless it was saved
    await people.encounter(patient.uuid, TWO_FINDINGS, patient.visit);
    const noted = await openmrs.clinician.post(`${world.url}/ws/rest/v1/visit/${patient.visit}`, {
      data: { startDatetime: isoTime(new Date(Date.now() - 45 * 60_000)) },
    });
    expect(noted.status(), await noted.text()).toBe(200);
  });
});

test('trust18_what consent no longer lets be shown holds no visit up, nor does another patient (S7)', async ({
  openmrs,
  people,
  practice,
  world,
}) => {
  const patient = await people.someone(RAISED_PRESSURE);
  const other = await people.someone(RAISED_PRESSURE);
  await practice.suggested(patient);

  await whileEndNeedsDecisions(true, world.url, async () => {
    expect((await end(openmrs.clinician, world.url, other)).status()).toBe(200);
    await practice.withdraw(patient);
    expect((await end(openmrs.clinician, world.url, patient)).status()).toBe(200);
  });
});

test('trust18_by default a visit ends with suggestions undecided (S7)', async ({
  openmrs,
  people,
  practice,
  world,
}) => {
  const patient = await people.someone(RAISED_PRESSURE);
  await practice.suggested(patient);

  await whileEndNeedsDecisions(false, world.url, async () => {
    const ended = await end(openmrs.clinician, world.url, patient);
    expect(ended.status(), await ended.text()).toBe(200);
  });

  const { results } = await practice.suggestions(patient);
  expect(results).toMatchObject([{ status: 'OPEN' }]);
});
