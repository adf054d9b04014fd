import { expect, test } from '../support/test.js';
import type { AuditList, ConsentOverview, Run, Suggestion } from '../support/model.js';

test('the served openapi.yaml is the one that these tests hold every answer against', async ({
  as,
  contract,
}) => {
  const { status, text } = await as.anonymous.get('/openapi.yaml');

  expect(status).toBe(200);
  expect(text).toBe(contract.text);
});

test('trust07_the leaflets say for each purpose who receives data, where, and for how long (C4)', async ({
  as,
}) => {
  const { body } = await as.receptionist.get<{ results: Record<string, unknown>[] }>('/leaflet', {
    locale: 'en',
  });

  expect(body.results.map(({ purpose }) => purpose)).toEqual([
    'own-care',
    'external-processing',
    'quality',
    'development',
    'commercial',
  ]);
  for (const leaflet of body.results) {
    expect(leaflet).toMatchObject({
      recipient: expect.stringMatching(/\w/),
      country: expect.stringMatching(/\w/),
      retention: expect.stringMatching(/\w/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  }
});

test('a leaflet in a language that does not exist is answered in English (C4)', async ({ as }) => {
  const { body } = await as.clinician.get<{ results: { language: string }[] }>('/leaflet', { locale: 'tlh' });

  expect(new Set(body.results.map(({ language }) => language))).toEqual(new Set(['en']));
});

test('the engine has a source card, with a citation for every rule (E4)', async ({ as }) => {
  const { body } = await as.clinician.get<{ results: { id: string }[] }>('/engine');
  const card = await as.clinician.get<{ rules: { citation: string }[] }>('/engine/guidelines');

  expect(body.results.map(({ id }) => id)).toEqual(['guidelines', 'note-coding']);
  expect(card.body.rules).toHaveLength(23);
  for (const { citation } of card.body.rules) {
    expect(citation).toMatch(/\d{4}/);
  }
});

test('the reasons for rejecting come in their groups, those about the record first (S5)', async ({ as }) => {
  const { body } = await as.clinician.get<{ overrideReasons: { code: string; group: { code: string } }[] }>(
    '/engine',
  );

  const reasons = body.overrideReasons.map(({ code, group }) => `${group.code} > ${code}`);
  expect(reasons.slice(0, 2)).toEqual(['record > wrong-data', 'record > not-supported-by-record']);
  expect(reasons).toContain('cds-not-applicable > action-completed');
  expect(reasons).toContain('not-convenient-feasible > recipient-does-not-understand');
});

test('the dictionary of the patient file can supply every input, so every rule can fire', async ({ as }) => {
  const { body } = await as.administrator.get<{
    rules: { rule: string; lacksVariant?: string }[];
    inputs: { available: boolean }[];
  }>('/coverage');

  expect(body.inputs.every(({ available }) => available)).toBe(true);
  expect(body.rules).toHaveLength(24); // with note coding, which is one
  expect(body.rules.filter(({ lacksVariant }) => lacksVariant).map(({ rule }) => rule)).toEqual(['score2']);
  expect(body.rules.filter(({ lacksVariant }) => !lacksVariant)).not.toContainEqual(
    expect.objectContaining({ canFire: false }),
  );
});

test('patients are counted for whoever manages AI support, and no number below five is told (C2)', async ({
  as,
}) => {
  type Told = { count?: number; fewerThan?: number };
  const { status, body } = await as.administrator.get<{
    permitted: Told;
    rules: { inputs: { input: string; patients: Told }[] }[];
  }>('/coverage/patients');

  expect(status).toBe(200);
  const inputs = body.rules.flatMap((rule) => rule.inputs);
  expect(inputs.map(({ input }) => input)).toEqual(
    expect.arrayContaining(['creatinine', 'metformin', 'hypertension']),
  );
  for (const told of [body.permitted, ...inputs.map(({ patients }) => patients)]) {
    expect(told.fewerThan ?? told.count).toBeGreaterThanOrEqual(5);
    expect(Object.keys(told)).toHaveLength(1);
  }
});

test('the status page finds everything in place', async ({ as }) => {
  const { status, body } = await as.administrator.get<{ checks: { ok: boolean }[] }>('/status');

  expect(status).toBe(200);
  expect(body.checks.filter(({ ok }) => !ok)).toEqual([]);
});

test('one encounter, end to end: ask, run, read, decide, undo, and find it all in the audit', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone();
  await practice.grant(patient);

  const overview = await as.clinician.get<ConsentOverview>('/consent', { patient: patient.uuid, v: 'full' });
  expect(overview.body.events).toHaveLength(1);

  const run = await practice.run(patient);
  expect(run).toMatchObject({
    status: 'COMPLETED',
    engines: [
      { engine: 'guidelines', proposed: 2 },
      { engine: 'note-coding', proposed: 0 },
    ],
  });
  const cancelled = await as.clinician.delete<Run>(`/run/${run.uuid}`);
  expect(cancelled.body.status).toBe('COMPLETED');

  const [suggestion] = (await practice.suggestions(patient)).results;
  const path = `/suggestion/${suggestion?.uuid ?? ''}`;
  expect((await as.clinician.get<Suggestion>(path)).body).toEqual(suggestion);

  const decided = await as.clinician.post<Suggestion>(`${path}/decision`, { outcome: 'ACCEPTED' });
  expect(decided.status).toBe(201);
  expect(decided.body).toMatchObject({ status: 'ACCEPTED', decision: { outcome: 'ACCEPTED' } });

  const undone = await as.clinician.delete<Suggestion>(`${path}/decision`);
  expect(undone.status).toBe(200);
  expect(undone.body.status).toBe('OPEN');

  const audit = await as.administrator.get<AuditList>('/audit', { patient: patient.uuid, limit: 100 });
  expect(audit.body.results.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining([
      'CONSENT_RECORDED',
      'GATE_PERMITTED',
      'RUN_REQUESTED',
      'ENGINE_CALL_INTENT',
      'ENGINE_CALL_ENDED',
      'SUGGESTION_PROPOSED',
      'SUGGESTIONS_VIEWED',
      'SUGGESTION_DECIDED',
      'DECISION_UNDONE',
    ]),
  );
});
