import type { Ref, Suggestion } from '../support/model.js';
import { RAISED_PRESSURE, TWO_FINDINGS } from '../support/people.js';
import { Practice } from '../support/practice.js';
import { expect, test } from '../support/test.js';

interface AwaitingList {
  readonly results: readonly (Suggestion & { readonly patient: Ref })[];
  readonly totalCount: number;
  readonly more: boolean;
  readonly patients: readonly { readonly patient: Ref; readonly count: number }[];
}

// The list of a GP whom no other test lets ask for much.
test('what awaits a GP is that GP’s own, of one patient if so asked, beside all who wait (S7)', async ({
  as,
  people,
}) => {
  const gp = as['second clinician'];
  const office = new Practice(gp, as.administrator);
  const first = await people.someone(RAISED_PRESSURE);
  const second = await people.someone(TWO_FINDINGS);
  await office.suggested(first);
  await office.suggested(second);

  const { status, body, text } = await gp.get<AwaitingList>('/suggestion', {
    awaiting: 'me',
    patient: second.uuid,
  });

  expect(status, text).toBe(200);
  expect(body.totalCount).toBe(2);
  expect(body.more).toBe(false);
  expect(body.results.map(({ patient }) => patient)).toEqual([
    { uuid: second.uuid, display: second.name },
    { uuid: second.uuid, display: second.name },
  ]);
  const both = body.patients.filter(({ patient: { uuid } }) => [first.uuid, second.uuid].includes(uuid));
  expect(both).toMatchObject([
    { patient: { uuid: first.uuid }, count: 1 },
    { patient: { uuid: second.uuid }, count: 2 },
  ]);
  const colleague = await as.clinician.get<AwaitingList>('/suggestion', {
    awaiting: 'me',
    patient: second.uuid,
  });
  expect(colleague.body.results).toEqual([]);

  await office.withdraw(first);
  await office.withdraw(second);
  const after = await gp.get<AwaitingList>('/suggestion', { awaiting: 'me', patient: second.uuid });
  expect(after.body.totalCount).toBe(0);
  const left = after.body.patients.map(({ patient }) => patient.uuid);
  expect(left).not.toContain(first.uuid);
  expect(left).not.toContain(second.uuid);
});

for (const [what, query] of [
  ['somebody else’s', { awaiting: 'you' }],
  ['a list of one encounter', { awaiting: 'me', encounter: 'e' }],
] as const) {
  test(`${what} is refused as a list of what awaits (S7)`, async ({ as }) => {
    const { status, text } = await as.clinician.get('/suggestion', query);
    expect(status, text).toBe(400);
  });
}
