import { DIABETIC_HBA1C, SEVERE_PRESSURE } from '../support/people.js';
import { expect, test } from './desk.js';
import { Looks, LONG } from './pages/looks.js';
import { holdRuns } from './pages/on-the-way.js';
import { standInOneRow } from './pages/sight.js';

test('no state of O3’s suggestions violates WCAG, in either theme, up to 400 % zoom (P4)', async ({
  chart,
  people,
  practice,
}) => {
  test.setTimeout(LONG);
  const { page, suggestions } = chart;
  const looks = new Looks(page);
  const patient = await people.someone([...SEVERE_PRESSURE, ...DIABETIC_HBA1C]);
  const look = (state: string) =>
    looks.areRight(`suggestions-${state}`, suggestions.root, suggestions.workspace);

  await chart.open(patient);
  await chart.openSuggestions();
  await suggestions.saysOff('The patient has not been asked.');
  await look('not-asked');

  await practice.grant(patient);
  const release = await holdRuns(chart.page);
  await chart.open(patient);
  await chart.openSuggestions();
  await expect(suggestions.root).toContainText('Reading the record…');
  await look('asking');
  await suggestions.button('Cancel').click();
  await expect(suggestions.root).toContainText('Cancelled.');
  await look('cancelled');

  release();
  await suggestions.button('Ask again').click();
  await expect(suggestions.open).toHaveCount(2);
  await suggestions.hasJudged();
  await standInOneRow(suggestions.open.first(), ['Accept', 'Reject', 'Edit wording', 'Write into the chart']);
  await look('open');
  await looks.areReadable('rail', chart.railButton);
  const severe = suggestions.card('severe');
  await severe.explain();
  await look('ai-label');
  await severe.root.getByRole('button', { name: 'About the engine' }).click();
  await expect(severe.root).toContainText('Intended use');
  await severe.root.getByRole('button', { name: 'Edit wording' }).click();
  await severe.reject();
  await expect(severe.root).toContainText('Choose a reason first');
  await look('reason-needed');

  await severe.reject('The data it rests on is wrong');
  await severe.isDecided('Rejected', 'Astrid Nygaard');
  await suggestions.card('HbA1c').accept();
  await suggestions.card('HbA1c').isDecided('Accepted', 'Astrid Nygaard');
  await severe.root.locator('summary').filter({ hasText: 'Why' }).click();
  await look('decided');

  await suggestions.card('HbA1c').root.getByRole('button', { name: 'Undo' }).click();
  await expect(suggestions.open).toHaveCount(1);
  await page.context().setOffline(true);
  await suggestions.card('HbA1c').accept();
  await expect(suggestions.root).toContainText('The server can’t be reached.');
  await expect(suggestions.root).toContainText('You are offline.');
  await look('offline');

  await page.context().setOffline(false);
  await suggestions.button('Hide for today').click();
  await expect(suggestions.root).toContainText('You have hidden AI support for today.');
  await look('hidden');
  await practice.withdraw(patient);
  await suggestions.button('Show AI panel').click();
  await suggestions.saysOff(/withdrew/);
  await look('withdrawn');
});
