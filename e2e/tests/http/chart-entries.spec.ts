import { OpenmrsRest } from '../../src/rest/openmrs.js';
import { accountOf } from '../../src/world/users.js';
import { Database, databaseAddress } from '../support/database.js';
import type { ChartEntryKind, ErrorBody, Suggestion } from '../support/model.js';
import { DIABETIC_TWICE, type Patient, RAISED_PRESSURE } from '../support/people.js';
import { expect, test } from '../support/test.js';

interface StoredCondition {
  readonly voided: boolean;
  readonly clinicalStatus: string;
  readonly verificationStatus: string;
  readonly condition: { readonly coded?: { readonly display: string } };
}

const AS_STORED = 'v=custom:(voided,clinicalStatus,verificationStatus,condition)';

function accepting(suggestion: Suggestion, patient: Patient, ...kinds: readonly ChartEntryKind[]) {
  return {
    outcome: 'ACCEPTED',
    version: suggestion.version,
    encounter: patient.encounter,
    apply: kinds.map((kind) => ({ kind })),
  };
}

async function stored<T>(url: string, path: string): Promise<T | undefined> {
  const rest = new OpenmrsRest(url, accountOf('clinician'));
  await rest.login();
  return rest.find<T>(path);
}

test('trust14_accepting puts on the problem list what the GP asked for, as provisional, by the GP and with its origin; undo takes it back (S6)', async ({
  as,
  people,
  practice,
  world,
}) => {
  const patient = await people.someone(DIABETIC_TWICE);
  const [suggestion] = await practice.suggested(patient);
  expect(suggestion.applicable).toMatchObject([
    { kind: 'CONDITION', text: 'Diabetes mellitus', concept: { display: 'Diabetes mellitus' } },
    { kind: 'DIAGNOSIS', text: 'Diabetes mellitus' },
    { kind: 'PLAN_NOTE', text: suggestion.summary },
  ]);
  expect(suggestion.applicable.map(({ obstacle }) => obstacle)).toEqual([undefined, undefined, undefined]);

  const path = `/suggestion/${suggestion.uuid}/decision`;
  const decided = await as.clinician.post<Suggestion>(path, accepting(suggestion, patient, 'CONDITION'));

  expect(decided.status, decided.text).toBe(201);
  expect(decided.body.applied).toMatchObject([{ kind: 'CONDITION', status: 'WRITTEN' }]);
  const record = decided.body.applied[0]?.record ?? '';
  const condition = await stored<StoredCondition>(world.url, `condition/${record}?${AS_STORED}`);
  expect(condition).toMatchObject({
    voided: false,
    clinicalStatus: 'ACTIVE',
    verificationStatus: 'PROVISIONAL',
    condition: { coded: { display: 'Diabetes mellitus' } },
  });
  if (databaseAddress()) {
    await Database.with(async (database) => {
      const origin = `aisupport^${suggestion.uuid}`;
      expect(await database.originOf(record)).toMatchObject({ creator: 'doctor', origin });
    });
  }

  const undone = await as.clinician.delete<Suggestion>(path);

  expect(undone.status, undone.text).toBe(200);
  expect(undone.body.applied).toMatchObject([{ kind: 'CONDITION', status: 'TAKEN_BACK', record }]);
  expect((await stored<StoredCondition>(world.url, `condition/${record}?${AS_STORED}`))?.voided).toBe(true);
});

test('trust14_accepting alone writes nothing, and rejecting can’t (S6)', async ({ as, people, practice }) => {
  const patient = await people.someone(DIABETIC_TWICE);
  const [suggestion] = await practice.suggested(patient);
  const path = `/suggestion/${suggestion.uuid}/decision`;

  const rejected = await as.clinician.post<ErrorBody>(path, {
    outcome: 'REJECTED',
    apply: [{ kind: 'CONDITION' }],
  });
  expect(rejected.status).toBe(400);
  expect(Object.keys(rejected.body.error.fieldErrors ?? {})).toEqual(['apply']);

  const accepted = await practice.accept(suggestion);
  expect(accepted.applied).toEqual([]);
  const audit = await practice.audit(patient);
  expect(audit.map(({ kind }) => kind)).not.toContain('CHART_ENTRY');
});

test('a diagnosis and a plan in the GP’s words are written into the encounter (S6)', async ({
  as,
  people,
  practice,
  world,
}) => {
  const patient = await people.someone(DIABETIC_TWICE);
  const [suggestion] = await practice.suggested(patient);
  const body = {
    ...accepting(suggestion, patient, 'DIAGNOSIS'),
    apply: [{ kind: 'DIAGNOSIS' }, { kind: 'PLAN_NOTE', text: 'Dietician, and HbA1c again in spring' }],
  };

  const decided = await as.clinician.post<Suggestion>(`/suggestion/${suggestion.uuid}/decision`, body);

  expect(decided.status, decided.text).toBe(201);
  expect(decided.body.applied).toMatchObject([
    { kind: 'DIAGNOSIS', status: 'WRITTEN' },
    { kind: 'PLAN_NOTE', status: 'WRITTEN' },
  ]);
  const note = await stored(
    world.url,
    `obs/${decided.body.applied[1]?.record ?? ''}?v=custom:(value,encounter)`,
  );
  expect(note).toMatchObject({
    value: 'Dietician, and HbA1c again in spring',
    encounter: { uuid: patient.encounter },
  });
});

test('what can’t be written is said, and the decision stands (S6)', async ({ as, people, practice }) => {
  const patient = await people.someone(DIABETIC_TWICE);
  const [suggestion] = await practice.suggested(patient);

  const decided = await as.clinician.post<Suggestion>(`/suggestion/${suggestion.uuid}/decision`, {
    outcome: 'ACCEPTED',
    apply: [{ kind: 'DIAGNOSIS' }],
  });

  expect(decided.status, decided.text).toBe(201);
  expect(decided.body.status).toBe('ACCEPTED');
  expect(decided.body.applied).toEqual([
    { kind: 'DIAGNOSIS', status: 'NOT_WRITTEN', reason: 'NO_ENCOUNTER' },
  ]);
});

test('what a suggestion does not propose, and what makes no sense, is refused and nothing is decided (S6)', async ({
  as,
  people,
  practice,
}) => {
  const patient = await people.someone(RAISED_PRESSURE);
  const [suggestion] = await practice.suggested(patient);
  const wrong: [unknown, string][] = [
    [[{ kind: 'CONDITION' }], 'apply'],
    [[{ kind: 'PRESCRIPTION' }], 'apply.0.kind'],
    [[{ text: 'What is it?' }], 'apply.0.kind'],
    [[{ kind: 'PLAN_NOTE' }, { kind: 'PLAN_NOTE' }], 'apply'],
    [[{ kind: 'PLAN_NOTE', text: 'x'.repeat(2001) }], 'apply.0.text'],
    [[{ kind: 'PLAN_NOTE', dose: 1 }], 'apply.0.dose'],
    ['everything', 'apply'],
  ];

  for (const [apply, field] of wrong) {
    const answer = await as.clinician.post<ErrorBody>(`/suggestion/${suggestion.uuid}/decision`, {
      outcome: 'ACCEPTED',
      encounter: patient.encounter,
      apply,
    });
    expect(answer.status, JSON.stringify(apply)).toBe(400);
    expect(Object.keys(answer.body.error.fieldErrors ?? {}), JSON.stringify(apply)).toEqual([field]);
  }
  expect((await practice.suggestions(patient)).results.map(({ status }) => status)).toEqual(['OPEN']);
});
