import type { Run, RunUnderWay } from '../support/model.js';
import { DIABETIC_HBA1C, NORMAL, RAISED_PRESSURE, SEVERE_PRESSURE } from '../support/people.js';
import { expect, test } from '../support/test.js';

test('running twice on the same record proposes nothing twice (S8)', async ({ people, practice }) => {
  const patient = await people.someone();
  const suggestions = await practice.suggested(patient);

  const again = await practice.run(patient);

  expect(again.engines[0]?.proposed).toBe(0);
  expect((await practice.suggestions(patient)).results).toEqual(suggestions);
});

test('of runs that are asked for at the same time one begins, and nothing is proposed twice (S8, O3)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone();
  await practice.grant(patient);
  const gps = [as.clinician, as['second clinician'], as.clinician, as['second clinician'], as.clinician];

  const asked = await Promise.all(
    gps.map((gp) => gp.post<Run & Partial<RunUnderWay>>('/run', { patient: patient.uuid })),
  );
  const begun = asked.filter(({ status }) => status === 202).map(({ body }) => body.uuid);
  const others = asked.filter(({ status }) => status !== 202);
  expect(begun.length).toBeGreaterThan(0);
  for (const { status, body } of others) {
    expect(status).toBe(409);
    expect(body.error?.code).toBe('RUN_UNDER_WAY');
    expect(begun).toContain(body.error?.run.uuid);
  }
  const runs = await Promise.all(begun.map((run) => practice.ended(run)));

  expect(runs.map(({ status }) => status)).toEqual(begun.map(() => 'COMPLETED'));
  const { results } = await practice.suggestions(patient);
  expect(results.map(({ engine }) => engine.rule).toSorted()).toEqual([
    'clinic-blood-pressure',
    'hba1c-diabetes-range',
  ]);
  const inOrder = runs.toSorted((a, b) => Date.parse(a.requestedAt) - Date.parse(b.requestedAt));
  inOrder.slice(1).forEach((later, before) => {
    expect(Date.parse(later.requestedAt)).toBeGreaterThanOrEqual(
      Date.parse(inOrder[before]?.finishedAt ?? ''),
    );
  });
  const proposed = runs.map(({ engines }) => engines[0]?.proposed ?? 0);
  expect(proposed.reduce((sum, one) => sum + one, 0)).toBe(2);
});

test('a run that has not moved on is not sent again, and what a withdrawal erased is not taken for unchanged', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone(DIABETIC_HBA1C);
  await practice.grant(patient);
  const { uuid, engines } = await practice.run(patient);
  const ask = async (headers: Readonly<Record<string, string>>) =>
    as.clinician.fetch('GET', `/run/${uuid}`, { headers });
  const etag = (await ask({})).headers()['etag'] ?? '';

  const same = await ask({ 'If-None-Match': etag });
  await practice.withdraw(patient);
  const erased = await ask({ 'If-None-Match': etag });

  expect(engines[0]?.missing).not.toEqual([]);
  expect(etag).not.toBe('');
  expect([same.status(), (await same.body()).length]).toEqual([304, 0]);
  expect(erased.status()).toBe(200);
  expect(((await erased.json()) as Run).engines[0]?.missing).toEqual([]);
});

test('what was rejected stays quiet while its evidence is the same (S8)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone(RAISED_PRESSURE);
  const [suggestion] = await practice.suggested(patient);
  await as.clinician.post(`/suggestion/${suggestion.uuid}/decision`, { outcome: 'REJECTED' });

  const again = await practice.run(patient);

  expect(again.engines[0]?.proposed).toBe(0);
  expect((await practice.suggestions(patient, { status: 'OPEN' })).results).toEqual([]);
});

test('newer values supersede an open suggestion, and the old one stays to be read (S8)', async ({
  people,
  practice,
}) => {
  const patient = await people.someone(RAISED_PRESSURE);
  const [old] = await practice.suggested(patient);

  await people.encounter(
    patient.uuid,
    SEVERE_PRESSURE.map((measured) => ({ ...measured, minutesAgo: measured.minutesAgo - 10 })),
    patient.visit,
  );
  await practice.run(patient);

  const { results } = await practice.suggestions(patient);
  expect(results.find(({ uuid }) => uuid === old.uuid)).toMatchObject({
    status: 'SUPERSEDED',
    summary: old.summary,
  });
  expect(results.filter(({ status }) => status === 'OPEN').map(({ indicator }) => indicator)).toEqual([
    'critical',
  ]);
});

test('a record that calls for nothing brings no suggestion, and what could not be judged is named', async ({
  people,
  practice,
}) => {
  const patient = await people.someone(NORMAL);
  await practice.grant(patient);

  const { status, engines } = await practice.run(patient);

  expect(status).toBe('COMPLETED');
  expect(engines[0]?.proposed).toBe(0);
  expect((await practice.suggestions(patient)).results).toEqual([]);
});

test('an input that is missing is said to be missing, never taken for normal (E1)', async ({
  people,
  practice,
}) => {
  const patient = await people.someone(DIABETIC_HBA1C);
  await practice.grant(patient);

  const { engines } = await practice.run(patient);

  expect(engines[0]?.missing).toContainEqual(
    expect.objectContaining({
      rule: 'clinic-blood-pressure',
      inputs: expect.arrayContaining([expect.stringMatching(/\w/)]),
    }),
  );
});

test('the most severe suggestion comes first (S9)', async ({ people, practice }) => {
  const patient = await people.someone([...DIABETIC_HBA1C, ...SEVERE_PRESSURE]);

  const suggestions = await practice.suggested(patient);

  expect(suggestions.map(({ indicator }) => indicator)).toEqual(['critical', 'warning']);
});

test('the intent is in the audit before the call ends, with the hash of what was read (A1)', async ({
  people,
  practice,
}) => {
  const patient = await people.someone();
  await practice.suggested(patient);

  const audit = await practice.audit(patient);

  const kinds = audit.map(({ kind }) => kind);
  expect(kinds.indexOf('ENGINE_CALL_INTENT')).toBeGreaterThan(kinds.indexOf('GATE_PERMITTED'));
  expect(kinds.indexOf('ENGINE_CALL_ENDED')).toBeGreaterThan(kinds.indexOf('ENGINE_CALL_INTENT'));
  expect(audit.find(({ kind }) => kind === 'ENGINE_CALL_INTENT')?.payloadHash).toMatch(/^[0-9a-f]{64}$/);
});

test('pages of suggestions and of the audit fit together', async ({ as, people, practice }) => {
  const patient = await people.someone();
  const all = await practice.suggested(patient);

  const pages = await Promise.all(
    [0, 1].map((startIndex) =>
      as.clinician.get<{ results: unknown[]; totalCount: number }>('/suggestion', {
        patient: patient.uuid,
        startIndex,
        limit: 1,
      }),
    ),
  );

  expect(pages.flatMap(({ body }) => body.results)).toEqual(all);
  expect(pages.map(({ body }) => body.totalCount)).toEqual([2, 2]);
});
