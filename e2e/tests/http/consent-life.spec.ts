import type { ErrorBody, SuggestionList } from '../support/model.js';
import { expect, test } from '../support/test.js';

function codeOf(answer: { body: unknown }): string {
  return (answer.body as ErrorBody).error.code;
}

test('trust01_not_asked_means_no_engine_is_called (C2)', async ({ as, people, practice }) => {
  const patient = await people.someone();

  const run = await as.clinician.post('/run', { patient: patient.uuid, encounter: patient.encounter });

  expect(run.status).toBe(403);
  expect(codeOf(run)).toBe('CONSENT_NO_RECORD');
  const audit = await practice.audit(patient);
  expect(audit.filter(({ kind }) => kind === 'ENGINE_CALL_INTENT')).toHaveLength(0);
  expect(audit).toContainEqual(
    expect.objectContaining({ kind: 'GATE_DENIED', outcome: 'DENIED', detail: 'NO_RECORD' }),
  );
  expect(await practice.suggestions(patient)).toMatchObject({
    permitted: false,
    reason: 'NO_RECORD',
    totalCount: 0,
  });
});

test('trust02_refused_denies_and_calls_no_engine (C2)', async ({ as, people, practice }) => {
  const patient = await people.someone();
  await practice.refuse(patient);

  const run = await as.clinician.post('/run', { patient: patient.uuid });

  expect([run.status, codeOf(run)]).toEqual([403, 'CONSENT_REFUSED']);
  const audit = await practice.audit(patient);
  expect(audit.map(({ kind }) => kind)).not.toContain('ENGINE_CALL_INTENT');
});

test('trust03_granting_one_purpose_leaves_the_other_four_denied (C1)', async ({ people, practice }) => {
  const patient = await people.someone([]);

  await practice.grant(patient);

  const { purposes } = await practice.overview(patient);
  expect(purposes.map(({ purpose, status, permitted }) => [purpose, status, permitted])).toEqual([
    ['own-care', 'GRANTED', true],
    ['external-processing', 'NOT_RECORDED', false],
    ['quality', 'NOT_RECORDED', false],
    ['development', 'NOT_RECORDED', false],
    ['commercial', 'NOT_RECORDED', false],
  ]);
});

test('trust08_a_commercial_yes_is_no_yes_to_anything_else (C1)', async ({ people, practice }) => {
  const patient = await people.someone([]);

  await practice.grant(patient, 'commercial');

  const { purposes } = await practice.overview(patient);
  expect(purposes.filter(({ permitted }) => permitted).map(({ purpose }) => purpose)).toEqual(['commercial']);
});

test('trust09_data to develop AI needs a yes of its own, whatever else is granted (C1, D1)', async ({
  people,
  practice,
}) => {
  const patient = await people.someone([]);
  const development = async () =>
    (await practice.overview(patient)).purposes.find(({ purpose }) => purpose === 'development');

  for (const purpose of ['own-care', 'external-processing', 'quality', 'commercial'] as const) {
    await practice.grant(patient, purpose);
  }
  expect(await development()).toMatchObject({
    status: 'NOT_RECORDED',
    permitted: false,
    reason: 'NO_RECORD',
  });

  await practice.grant(patient, 'development');
  expect(await development()).toMatchObject({ status: 'GRANTED', permitted: true });
});

test('external processing needs own-care as well: its own yes alone permits nothing (C1)', async ({
  people,
  practice,
}) => {
  const patient = await people.someone([]);

  await practice.grant(patient, 'external-processing');

  expect((await practice.overview(patient)).purposes).toContainEqual(
    expect.objectContaining({ purpose: 'external-processing', status: 'GRANTED', permitted: false }),
  );
});

test('trust13_a_grant_without_leaflet_giver_or_method_is_refused (C4)', async ({ as, people, practice }) => {
  const patient = await people.someone([]);
  const grant = await practice.grantOf(patient);
  const LACKING: readonly (readonly [said: object, field: string])[] = [
    [{ ...grant, leaflet: undefined }, 'leaflet.version'],
    [{ ...grant, leaflet: { version: grant.leaflet.version } }, 'leaflet.language'],
    [{ ...grant, leaflet: { ...grant.leaflet, version: '0' } }, 'leaflet.version'],
    [{ ...grant, leaflet: { ...grant.leaflet, language: 'tlh' } }, 'leaflet.language'],
    [{ ...grant, givenBy: undefined }, 'givenBy'],
    [{ ...grant, method: undefined }, 'method'],
  ];

  for (const [said, field] of LACKING) {
    const answer = await as.clinician.post('/consent', said);
    expect(answer.status, JSON.stringify(said)).toBe(400);
    expect(Object.keys((answer.body as ErrorBody).error.fieldErrors ?? {})).toContain(field);
  }

  expect((await practice.overview(patient)).events).toEqual([]);
});

test('a grant keeps who gave it, how, on which leaflet, who wrote it down, and when it ends (C3, C4, C7)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone([]);
  const givenBy = { role: 'PROXY', name: 'Ada Made-up', relationship: 'daughter' };
  const grant = { ...(await practice.grantOf(patient)), givenBy, method: 'WRITTEN', note: 'Signed form' };

  const recorded = await as.receptionist.post<{ event: object }>('/consent', grant);

  expect(recorded.status).toBe(201);
  expect(recorded.body.event).toMatchObject({
    purpose: 'own-care',
    decision: 'GRANT',
    givenBy,
    method: 'WRITTEN',
    note: 'Signed form',
    recordedBy: { display: 'Lone Bach' },
    leaflet: {
      ...grant.leaflet,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      recipient: expect.stringMatching(/./) as unknown,
      country: expect.stringMatching(/./) as unknown,
      retention: expect.stringMatching(/./) as unknown,
    },
  });
  const { events, purposes } = await practice.overview(patient);
  expect(events).toEqual([recorded.body.event]);
  const { since = '', expires = '' } = purposes[0] ?? {};
  expect(Date.parse(expires)).toBeGreaterThan(Date.parse(since) + 700 * 24 * 3600_000);
});

test('trust05_withdrawal_is_one_action_without_a_reason_and_takes_effect_at_once (C5)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const [first, second] = await practice.suggested(patient);
  await practice.accept(first);

  const withdrawn = await practice.withdraw(patient);

  expect(withdrawn).toMatchObject({ withdrawnSuggestions: 1, alreadyShared: [] });
  const run = await as.clinician.post('/run', { patient: patient.uuid });
  expect([run.status, codeOf(run)]).toEqual([403, 'CONSENT_WITHDRAWN']);

  const { results, permitted } = await practice.suggestions(patient);
  expect(permitted).toBe(false);
  const [decided, gone] = [first, second].map((one) => results.find(({ uuid }) => uuid === one?.uuid));
  expect(decided).toMatchObject({ status: 'ACCEPTED', summary: first.summary });
  expect(gone?.status).toBe('WITHDRAWN');
  // What it said about her is erased; which rule said it, and from which guideline, is no word about her.
  expect(gone).toMatchObject({ evidence: [] });
  expect(gone).not.toHaveProperty('summary');
  expect(gone).not.toHaveProperty('detail');
  expect(JSON.stringify(gone)).not.toMatch(/52 mmol|158\/92|154\/91/);

  const panel = await practice.suggestions(patient, { encounter: patient.encounter });
  expect(panel.results.filter(({ status }) => status !== 'ACCEPTED')).toEqual([]);
});

test('what was taken away by a withdrawal comes back neither by hand nor by a new yes (C5)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const [suggestion] = await practice.suggested(patient);
  await practice.withdraw(patient);
  await practice.grant(patient);
  const path = `/suggestion/${suggestion.uuid}/decision`;

  const decision = await as.clinician.post(path, { outcome: 'ACCEPTED' });
  expect([decision.status, codeOf(decision)]).toEqual([409, 'CONFLICT']);
  expect((decision.body as ErrorBody).error.standing?.status).toBe('WITHDRAWN');
  expect((await as.clinician.delete(path)).status).toBe(409);

  const again = await practice.run(patient);
  expect(again.engines[0]?.proposed).toBe(2);
  const open = await practice.suggestions(patient, { status: 'OPEN' });
  expect(open.results.map(({ uuid }) => uuid)).not.toContain(suggestion.uuid);
});

test('a withdrawal by the receptionist counts as much as one by the GP (C5)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone();
  await practice.suggested(patient);

  const said = { patient: patient.uuid, purpose: 'own-care', decision: 'WITHDRAW' };
  const answer = await as.receptionist.post<{ withdrawnSuggestions: number }>('/consent', said);

  expect(answer).toMatchObject({ status: 201, body: { withdrawnSuggestions: 2 } });
  expect((await practice.suggestions(patient, { status: 'OPEN' })).results).toEqual([]);
});

test('trust21_the_receptionist_sees_consent_and_never_a_suggestion (X1)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const [suggestion] = await practice.suggested(patient);

  const consent = await as.receptionist.get('/consent', { patient: patient.uuid, v: 'full' });
  expect(consent.status).toBe(200);
  for (const path of ['/suggestion', `/suggestion/${suggestion.uuid}`, '/engine']) {
    const answer = await as.receptionist.get<SuggestionList>(path, { patient: patient.uuid });
    expect([answer.status, codeOf(answer)]).toEqual([403, 'NOT_AUTHORIZED']);
    expect(answer.text).not.toContain(suggestion.summary);
  }
});

test('trust21_each_look_at_suggestions_is_in_the_audit_with_who_looked (A1)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const [suggestion] = await practice.suggested(patient);

  await as['second clinician'].get(`/suggestion/${suggestion.uuid}`);

  expect(await practice.audit(patient)).toContainEqual(
    expect.objectContaining({
      kind: 'SUGGESTIONS_VIEWED',
      suggestion: suggestion.uuid,
      actor: expect.objectContaining({ display: 'Mikkel Friis' }),
    }),
  );
});
