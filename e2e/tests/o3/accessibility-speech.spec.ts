import { expect, test } from './desk.js';
import { Ears } from './pages/ears.js';

test('O3’s screen reader hears each thing once, and nothing when the chart opens (P2, P4)', async ({
  chart,
  people,
  practice,
}) => {
  const { page, suggestions } = chart;
  const ears = await Ears.on(page);
  const patient = await people.someone();
  await practice.suggested(patient);
  await chart.open(patient);
  await expect(chart.railButton).toHaveAccessibleName(/2 suggestions await your decision/);
  await ears.hear();

  await chart.openSuggestions();
  await suggestions.hasJudged();
  await ears.hear('2 suggestions');

  // The decision is where the focus goes, so it is read from there and not announced as well.
  await suggestions.card('HbA1c').accept();
  await expect(suggestions.card('HbA1c').root.getByText(/^Accepted by/)).toBeFocused();
  await ears.hear();

  await page.context().setOffline(true);
  await suggestions.card('blood pressure').accept();
  await expect(suggestions.card('blood pressure').root).toContainText('can’t be reached');
  await ears.hear(
    'Problem You are offline. What is shown may be out of date, and nothing can be saved.',
    'Problem The server can’t be reached.',
  );
  await page.context().setOffline(false);

  const consent = await chart.openConsent();
  await consent.button('Withdraw').click();
  await expect(chart.tag).toHaveText('AI support: no');
  await ears.hear('The consent is withdrawn.');
  await consent.button('Undo').click();
  await expect(chart.tag).toHaveText('AI support: yes');
  await ears.hear('Undone. What stood before stands again.');
});
