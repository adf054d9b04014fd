import { world as given } from '../../src/world/settings.js';
import type { Answer, Api } from '../support/api.js';
import { ConsentAttribute } from '../support/attribute.js';
import type { ConsentRecorded, Run, Suggestion } from '../support/model.js';
import { NO, YES } from '../support/outside.js';
import { A_SWEEP_LATER } from '../support/own-care.js';
import { DIABETIC_TWICE, type Patient, RAISED_PRESSURE } from '../support/people.js';
import { type Crash, CRASHES, Standstill, tally } from './standstill.js';
import { plus, type Tally } from './tally.js';
import { expect, test } from './test.js';

// One server, which is killed and started again each time.
test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.skip(() => given().kind === 'real', 'A server that was given is not killed');

const CUT_OFF = /ECONNRESET|socket hang up/;

/** A moment of accepting, named by the table that is written next, and what is written by then. */
interface Moment {
  readonly when: string;
  readonly table: string;
  readonly crashes: readonly Crash[];
  readonly written: Partial<Tally>;
}

const MOMENTS: readonly Moment[] = [
  {
    when: 'between decision and chart write',
    table: 'conditions',
    crashes: CRASHES,
    written: { decisions: 1, audited: 1 },
  },
  {
    when: 'between two chart writes and a third',
    table: 'obs',
    crashes: ['the server and its database'],
    written: { decisions: 1, conditions: 1, diagnoses: 1, entries: 2, audited: 3 },
  },
];
const ALL_WRITTEN = { decisions: 1, conditions: 1, diagnoses: 1, notes: 1, entries: 3, audited: 4 };

/** Runs whose server died. They are looked at again at the end, when their time is over. */
const orphans: { readonly patient: Patient; readonly run: string }[] = [];

test('the server killed between run and result: nothing is kept, and the audit shows a call without an end (C5, A1)', async ({
  as,
  people,
  practice,
  server,
}) => {
  const patient = await people.someone(RAISED_PRESSURE);
  const { uuid, visit, encounter } = patient;
  await practice.grant(patient);
  const before = await tally(server, patient);
  const standstill = await Standstill.before('aisupport_evidence', server);

  // One engine: the other one would have ended, and the audit would tell of it.
  const asked = await as.clinician.post<Run>('/run', {
    patient: uuid,
    visit,
    encounter,
    engines: ['guidelines'],
  });
  await standstill.reached();
  expect(await standstill.tally(patient)).toEqual(plus(before, { suggestions: 1 }));
  await standstill.crash('the server');

  expect(await tally(server, patient)).toEqual(before);
  expect((await practice.suggestions(patient)).results).toEqual([]);
  const run = await as.clinician.get<Run>(`/run/${asked.body.uuid}`);
  expect(['RUNNING', 'FAILED']).toContain(run.body.status);
  const kinds = (await practice.audit(patient)).map(({ kind }) => kind);
  expect(kinds).toContain('ENGINE_CALL_INTENT');
  expect(kinds).not.toContain('ENGINE_CALL_ENDED');
  orphans.push({ patient, run: asked.body.uuid });
});

test('trust05_the server and its database killed between withdrawal and erasure: the yes stands with all that rests on it, and can be withdrawn (C5)', async ({
  as,
  people,
  practice,
  server,
}) => {
  const patient = await people.someone(RAISED_PRESSURE);
  const [open] = await practice.suggested(patient);
  const before = await tally(server, patient);
  const standstill = await Standstill.before('aisupport_evidence', server);

  const answer = answerTo(withdraw(as.clinician, patient));
  await standstill.reached();
  expect(await standstill.tally(patient)).toEqual(plus(before, { events: 1, audited: 1 }));
  await standstill.crash('the server and its database');

  expect(await answer).toMatch(CUT_OFF);
  expect(await tally(server, patient)).toEqual(before);
  expect(await practice.suggestions(patient)).toMatchObject({ permitted: true, results: [open] });

  expect((await withdraw(as.clinician, patient)).body).toMatchObject({ withdrawnSuggestions: 1 });
  expect(await practice.suggestions(patient)).toMatchObject({
    permitted: false,
    results: [{ uuid: open.uuid, status: 'WITHDRAWN', evidence: [] }],
  });
});

test('trust05_the server killed between withdrawal and person attribute: the no stands, and the attribute follows (C5, C6)', async ({
  as,
  openmrs,
  people,
  practice,
  server,
  world,
}) => {
  const patient = await people.someone(RAISED_PRESSURE);
  const [open] = await practice.suggested(patient);
  const attribute = new ConsentAttribute(openmrs.administrator, world, patient);
  expect(await attribute.value()).toBe(YES);
  const standstill = await Standstill.before('person_attribute', server);

  const answer = answerTo(withdraw(as.clinician, patient));
  await standstill.reached();
  await standstill.crash('the server');

  expect(await answer).toMatch(CUT_OFF);
  const left = await practice.suggestions(patient);
  expect(left).toMatchObject({
    permitted: false,
    results: [{ uuid: open.uuid, status: 'WITHDRAWN', evidence: [] }],
  });
  expect(left.results[0]).not.toHaveProperty('summary');
  await expect(async () => {
    expect(await attribute.value()).toBe(NO);
  }).toPass({ intervals: [500], timeout: A_SWEEP_LATER });
});

for (const { when, table, crashes, written } of MOMENTS) {
  for (const crash of crashes) {
    test(`trust14_${crash} killed ${when}: nothing is decided or written, and both can be done anew (S6)`, async ({
      as,
      people,
      practice,
      server,
    }) => {
      const patient = await people.someone(DIABETIC_TWICE);
      const [open] = await practice.suggested(patient);
      const before = await tally(server, patient);
      const standstill = await Standstill.before(table, server);

      const answer = answerTo(accept(as.clinician, open, patient));
      await standstill.reached();
      expect(await standstill.tally(patient)).toEqual(plus(before, written));
      await standstill.crash(crash);

      expect(await answer).toMatch(CUT_OFF);
      expect(await tally(server, patient)).toEqual(before);
      expect((await practice.suggestions(patient)).results).toEqual([open]);

      const accepted = await accept(as.clinician, open, patient);
      expect(accepted.status, accepted.text).toBe(201);
      expect(accepted.body.applied.map(({ status }) => status)).toEqual(['WRITTEN', 'WRITTEN', 'WRITTEN']);
      expect(await tally(server, patient)).toEqual(plus(before, ALL_WRITTEN));
    });
  }
}

test('trust14_the server killed between undo and taking back: the decision stands with what it wrote, and can be undone (S1, S6)', async ({
  as,
  people,
  practice,
  server,
}) => {
  const patient = await people.someone(DIABETIC_TWICE);
  const [open] = await practice.suggested(patient);
  const accepted = await accept(as.clinician, open, patient);
  const before = await tally(server, patient);
  const standstill = await Standstill.before('conditions', server);

  const answer = answerTo(as.clinician.delete(decisionOn(open)));
  await standstill.reached();
  expect(await standstill.tally(patient)).toEqual(plus(before, { undos: 1, audited: 1 }));
  await standstill.crash('the server');

  expect(await answer).toMatch(CUT_OFF);
  expect(await tally(server, patient)).toEqual(before);
  expect((await practice.suggestions(patient)).results).toEqual([accepted.body]);

  const undone = await as.clinician.delete<Suggestion>(decisionOn(open));
  expect(undone, undone.text).toMatchObject({ status: 200, body: { status: 'OPEN' } });
  expect(await tally(server, patient)).toEqual(plus(before, { undos: 1, voided: 1, audited: 4 }));
});

test('a run whose server died reads as failed when its two minutes are over, and a new one proposes (S8)', async ({
  as,
  practice,
  server,
}) => {
  test.setTimeout(200_000);
  expect(orphans).toHaveLength(1);
  for (const { patient, run } of orphans) {
    await expect(async () => {
      expect((await as.clinician.get<Run>(`/run/${run}`)).body.status).toBe('FAILED');
    }).toPass({ intervals: [1_000], timeout: 150_000 });
    const before = await tally(server, patient);

    const again = await practice.run(patient);

    expect(again).toMatchObject({ status: 'COMPLETED', engines: [{ proposed: 1 }, { proposed: 0 }] });
    const { results } = await practice.suggestions(patient);
    const evidence = results.flatMap((suggestion) => suggestion.evidence).length;
    expect(evidence).toBeGreaterThan(0);
    expect(await tally(server, patient)).toEqual(plus(before, { suggestions: 1, evidence, audited: 3 }));
  }
});

function withdraw(gp: Api, patient: Patient): Promise<Answer<ConsentRecorded>> {
  return gp.post('/consent', { patient: patient.uuid, purpose: 'own-care', decision: 'WITHDRAW' });
}

function accept(gp: Api, suggestion: Suggestion, patient: Patient): Promise<Answer<Suggestion>> {
  return gp.post(decisionOn(suggestion), {
    outcome: 'ACCEPTED',
    version: suggestion.version,
    encounter: patient.encounter,
    apply: [{ kind: 'CONDITION' }, { kind: 'DIAGNOSIS' }, { kind: 'PLAN_NOTE' }],
  });
}

function decisionOn({ uuid }: Suggestion): string {
  return `/suggestion/${uuid}/decision`;
}

/** What whoever asked is told: an answer, or why there was none. Taken at once, since it may fail before anybody waits for it. */
function answerTo(asked: Promise<Answer<unknown>>): Promise<string> {
  return asked.then(
    ({ status, text }) => `${status} ${text}`,
    (failure: unknown) => String(failure),
  );
}
