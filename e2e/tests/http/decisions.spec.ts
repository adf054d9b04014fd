import type { ErrorBody, Suggestion } from '../support/model.js';
import { SEVERE_PRESSURE } from '../support/people.js';
import { expect, test } from '../support/test.js';

const LABEL = /\w{3}/;

test('trust15_every_suggestion_carries_the_label_before_and_after_the_decision (S4)', async ({
  people,
  practice,
}) => {
  const patient = await people.someone();
  const suggestions = await practice.suggested(patient);
  const decided = await practice.accept(suggestions[0]);

  for (const { label } of [...suggestions, decided]) {
    expect(label).toMatch(LABEL);
    expect(label).toBe('AI suggestion – support only. Your GP decides.');
  }
});

test('trust22_every_suggestion_cites_the_records_it_rests_on_with_date_and_value (S3)', async ({
  people,
  practice,
}) => {
  const patient = await people.someone();

  for (const suggestion of await practice.suggested(patient)) {
    expect(suggestion.summary?.length).toBeLessThanOrEqual(140);
    expect(suggestion.source?.citation).toMatch(/\d{4}/);
    expect(suggestion.limits).toMatch(/\w/);
    const cited = suggestion.evidence.filter(({ record, stance }) => record && stance === 'FOR');
    expect(cited.length).toBeGreaterThan(0);
    for (const { record, value, date } of cited) {
      expect(record).toMatchObject({ type: 'obs', encounter: patient.encounter });
      expect(value).toMatch(/\d/);
      expect(date).toMatch(/^\d{4}-\d\d-\d\d/);
    }
  }
});

test('accept one and reject another: who, when and why stand in the list and in the audit (S1, S5, A1)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const [one, other] = await practice.suggested(patient);
  const { encounter } = patient;
  const path = (suggestion: Suggestion | undefined) => `/suggestion/${suggestion?.uuid ?? ''}/decision`;

  const accepted = await as.clinician.post(path(one), {
    outcome: 'ACCEPTED',
    version: one.version,
    encounter,
    text: 'Home measurements for a week, then see again',
  });
  expect(accepted.status).toBe(201);
  const rejected = await as['second clinician'].post(path(other), {
    outcome: 'REJECTED',
    version: other?.version,
    encounter,
    overrideReason: 'wrong-data',
    comment: 'The cuff was too small',
  });
  expect(rejected.status).toBe(201);

  const { results } = await practice.suggestions(patient, { encounter });
  expect(results).toContainEqual(
    expect.objectContaining({
      uuid: one.uuid,
      status: 'ACCEPTED_WITH_EDITS',
      decision: expect.objectContaining({
        by: expect.objectContaining({ display: 'Astrid Nygaard' }),
        text: 'Home measurements for a week, then see again',
      }),
    }),
  );
  expect(results).toContainEqual(
    expect.objectContaining({
      uuid: other?.uuid,
      status: 'REJECTED',
      decision: expect.objectContaining({
        by: expect.objectContaining({ display: 'Mikkel Friis' }),
        overrideReason: 'wrong-data',
        comment: 'The cuff was too small',
      }),
    }),
  );
  const decisions = (await practice.audit(patient)).filter(({ kind }) => kind === 'SUGGESTION_DECIDED');
  expect(decisions.map(({ suggestion, actor, detail }) => [suggestion, actor?.display, detail])).toEqual([
    [one.uuid, 'Astrid Nygaard', 'ACCEPTED_WITH_EDITS'],
    [other?.uuid, 'Mikkel Friis', 'REJECTED wrong-data'],
  ]);
});

test('a second decision is refused, and the refusal holds the one that stands (S1)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const [suggestion] = await practice.suggested(patient);
  const decided = await practice.accept(suggestion);

  for (const gp of [as.clinician, as['second clinician']]) {
    const path = `/suggestion/${suggestion.uuid}/decision`;
    const answer = await gp.post<ErrorBody>(path, { outcome: 'REJECTED', overrideReason: 'wrong-data' });
    expect(answer.status).toBe(409);
    expect(answer.body.error).toMatchObject({ code: 'CONFLICT', standing: decided });
  }
  expect((await practice.suggestions(patient)).results).toContainEqual(decided);
});

test('of two GPs who decide at once exactly one wins, and the other sees what won (S2)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone();

  for (const { uuid, version } of await practice.suggested(patient)) {
    const path = `/suggestion/${uuid}/decision`;
    const answers = await Promise.all([
      as.clinician.post<Suggestion | ErrorBody>(path, { outcome: 'ACCEPTED', version }),
      as['second clinician'].post<Suggestion | ErrorBody>(path, { outcome: 'REJECTED', version }),
    ]);

    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const winner = answers.find(({ status }) => status === 201)?.body as Suggestion;
    const loser = answers.find(({ status }) => status === 409)?.body as ErrorBody;
    expect(loser.error.standing).toEqual(winner);
  }
  const audit = await practice.audit(patient);
  expect(audit.filter(({ kind }) => kind === 'SUGGESTION_DECIDED')).toHaveLength(2);
});

test('a decision on what was not on the screen any more is refused (S1)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const [suggestion] = await practice.suggested(patient);
  await practice.accept(suggestion);
  const path = `/suggestion/${suggestion.uuid}/decision`;
  await as.clinician.delete(path);

  const stale = await as.clinician.post(path, { outcome: 'ACCEPTED', version: suggestion.version });

  expect(stale.status).toBe(409);
  expect((stale.body as ErrorBody).error.standing?.status).toBe('OPEN');
});

test('only the GP who decided can undo it, and the suggestion is open again (S1)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const [suggestion] = await practice.suggested(patient);
  await practice.accept(suggestion);
  const path = `/suggestion/${suggestion.uuid}/decision`;

  expect((await as['second clinician'].delete(path)).status).toBe(409);
  const undone = await as.clinician.delete<Suggestion>(path);

  expect(undone).toMatchObject({ status: 200, body: { status: 'OPEN' } });
  expect(undone.body).not.toHaveProperty('decision');
  expect((await as.clinician.delete(path)).status).toBe(409);
});

test('rejecting a critical one needs a reason, accepting it does not (S5)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone(SEVERE_PRESSURE);
  const [critical] = await practice.suggested(patient);
  expect(critical.indicator).toBe('critical');
  const path = `/suggestion/${critical.uuid}/decision`;

  const bare = await as.clinician.post<ErrorBody>(path, { outcome: 'REJECTED' });
  expect(bare.status).toBe(400);
  expect(bare.body.error.fieldErrors).toHaveProperty('overrideReason');

  const reasoned = await as.clinician.post(path, { outcome: 'REJECTED', overrideReason: 'action-completed' });
  expect(reasoned.status).toBe(201);
});

test('trust14_not_even_the_superuser_decides_without_being_a_provider (X1)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const [suggestion] = await practice.suggested(patient);
  const path = `/suggestion/${suggestion.uuid}/decision`;

  const answer = await as.administrator.post<ErrorBody>(path, { outcome: 'ACCEPTED' });

  expect([answer.status, answer.body.error.code]).toEqual([403, 'NOT_A_PROVIDER']);
  expect((await practice.suggestions(patient)).results).toContainEqual(suggestion);
});

test('trust19_there_is_no_way_to_decide_on_many_at_once (S2)', async ({ as, contract, people, practice }) => {
  const patient = await people.someone();
  const suggestions = await practice.suggested(patient);

  const all = { outcome: 'ACCEPTED', suggestions: suggestions.map(({ uuid }) => uuid) };
  expect((await as.clinician.post('/suggestion', all)).status).toBe(405);
  expect((await as.clinician.post('/suggestion/decision', all)).status).toBeGreaterThanOrEqual(404);
  const deciding = contract.operations.filter(({ privilege }) => privilege === 'Decide AI Suggestions');
  expect(deciding.map(({ path }) => path)).toEqual([
    '/suggestion/{uuid}/decision',
    '/suggestion/{uuid}/decision',
  ]);
  expect((await practice.suggestions(patient)).results).toEqual(suggestions);
});
