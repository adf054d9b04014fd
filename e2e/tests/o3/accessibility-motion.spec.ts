import { expect, test } from './desk.js';
import { holdRuns } from './pages/on-the-way.js';
import { moving } from './pages/sight.js';

test('nothing of ours moves for who asked for less motion; forced colours lose nothing (P4)', async ({
  chart,
  people,
  practice,
}) => {
  const { page, suggestions, consent } = chart;
  const patient = await people.someone();
  await practice.suggested(patient);
  const release = await holdRuns(chart.page);
  await chart.open(patient);
  await chart.openSuggestions();
  await expect(suggestions.root).toContainText('Reading the record…');
  expect((await moving(suggestions.root)).join(), 'for others').toContain('cds--loading');

  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving(chart.tagButton)).toEqual([]);
  expect(await moving(suggestions.root), 'asking').toEqual([]);
  release();
  await suggestions.card('blood pressure').explain();
  expect(await moving(suggestions.root), 'open').toEqual([]);

  await chart.openConsent();
  expect(await moving(consent.root), 'consent').toEqual([]);
  await consent.button('Record again').click();
  await expect(consent.form).toBeVisible();
  expect(await moving(consent.root), 'form').toEqual([]);

  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
  await page.screenshot({ path: 'target/screenshots/o3/forced-colours-consent.png' });
  await chart.railButton.click();
  await page.screenshot({ path: 'target/screenshots/o3/forced-colours-suggestions.png' });
});
