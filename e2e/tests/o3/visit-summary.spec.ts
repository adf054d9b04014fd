import { LABEL } from '../browser/pages/card.js';
import { expect, test } from './desk.js';

test('after the visit: what was suggested and decided, by whom, with the label (P1, S4)', async ({
  chart,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const [decided, open] = await practice.suggested(patient);
  await practice.accept(decided);
  const runs = await runsOf(practice, patient);

  const tab = await chart.openVisitSummary(patient);

  const cards = tab.getByRole('article');
  const made = cards.filter({ hasText: decided.summary ?? '' });
  await expect(made).toContainText('Accepted by Astrid Nygaard');
  await expect(made.getByRole('button', { name: 'Accept', exact: true })).toHaveCount(0);
  const waiting = cards.filter({ hasText: open?.summary ?? '' });
  await expect(waiting.getByRole('button', { name: 'Accept', exact: true })).toBeVisible();
  await expect(cards).toHaveCount(2);
  for (const card of [made, waiting]) {
    await expect(card.getByText(LABEL, { exact: true }).filter({ visible: true }).first()).toBeVisible();
  }
  expect(await runsOf(practice, patient), 'a look back asks no engine').toBe(runs);
});

test('what is still open can be decided there, and the icon counts one less (S7)', async ({
  chart,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const [first] = await practice.suggested(patient);
  const tab = await chart.openVisitSummary(patient);
  await expect(chart.railButton).toHaveAccessibleName(/2 suggestions await your decision/);
  const card = tab.getByRole('article').filter({ hasText: first.summary ?? '' });

  await card.getByRole('button', { name: 'Reject', exact: true }).click();

  await expect(card).toContainText('Rejected by Astrid Nygaard');
  await expect(chart.railButton).toHaveAccessibleName(/1 suggestion awaits? your decision/);
  const { results } = await practice.suggestions(patient);
  expect(results.map(({ status }) => status).toSorted()).toEqual(['OPEN', 'REJECTED']);
});

test('trust04_a patient who said no has the same visit summary, and AI says why it is silent (C8, P6)', async ({
  chart,
  people,
  practice,
}) => {
  const patient = await people.someone();
  await practice.refuse(patient);

  const tab = await chart.openVisitSummary(patient);

  await expect(tab).toContainText('The patient said no');
  await expect(tab).toContainText('Nothing was decided in this visit.');
  await expect(tab.getByRole('article')).toHaveCount(0);
  await expect(tab.getByText('Open for this patient')).toHaveCount(0);
  await expect(chart.page.getByRole('tab', { name: 'Tests' }).first()).toBeVisible();
});

test('trust05_after a withdrawal, the visit shows what was decided and no open suggestion (C5)', async ({
  chart,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const [decided, open] = await practice.suggested(patient);
  await practice.accept(decided);
  await practice.withdraw(patient);

  const tab = await chart.openVisitSummary(patient);

  await expect(tab.getByRole('article')).toHaveCount(1);
  await expect(tab).toContainText('Accepted by Astrid Nygaard');
  await expect(tab).not.toContainText(open?.summary ?? '');
});

type Practice = Parameters<Parameters<typeof test>[2]>[0]['practice'];

async function runsOf(practice: Practice, patient: { uuid: string; name: string }): Promise<number> {
  return (await practice.audit(patient)).filter(({ kind }) => kind === 'ENGINE_CALL_INTENT').length;
}
