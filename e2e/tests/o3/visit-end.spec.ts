import { RAISED_PRESSURE } from '../support/people.js';
import { whileEndNeedsDecisions, WITH_THE_RULE } from '../support/visit-end.js';
import { expect, test } from './desk.js';

test.describe.configure({ timeout: WITH_THE_RULE });

test('O3 says why a visit stays open and leads to what is undecided; decided, the visit ends (S7)', async ({
  chart,
  people,
  practice,
  world,
}) => {
  const patient = await people.someone(RAISED_PRESSURE);
  const [{ summary = '' }] = await practice.suggested(patient);
  await chart.open(patient);

  await whileEndNeedsDecisions(true, world.url, async () => {
    const dialog = await chart.endVisit();

    const told = chart.snackbar('The visit stays open');
    await expect(told).toContainText('1 AI suggestion is undecided');
    await expect(told).toContainText(summary);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await told.getByRole('button', { name: 'Open AI support' }).click();
    await expect(chart.suggestions.root).toBeVisible();
    await chart.suggestions.card(summary).accept();
    await chart.suggestions.card(summary).isDecided('Accepted', 'Astrid Nygaard');

    await chart.endVisit();
    await expect(chart.snackbar('Visit ended')).toBeVisible();
  });
});
