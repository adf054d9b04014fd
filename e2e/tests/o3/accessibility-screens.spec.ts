import { accountOf } from '../../src/world/users.js';
import { expect, test } from './desk.js';
import { Chart } from './pages/chart.js';
import { Looks, LONG } from './pages/looks.js';

test('the tab in a visit’s summary violates no WCAG, with a decision and with what is open (P4)', async ({
  chart,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const [suggestion] = await practice.suggested(patient);
  await practice.accept(suggestion);
  await chart.open(patient, 'Visits');

  await chart.openVisitTab();

  await expect(chart.suggestions.root.getByText('Decided in this visit')).toBeVisible();
  await expect(chart.suggestions.cards).toHaveCount(2);
  await new Looks(chart.page, true).areRight('visit-summary', chart.suggestions.root);
});

test('the administrators’ pages violate no WCAG (P4, O2)', async ({ page, world }) => {
  test.setTimeout(LONG);
  const looks = new Looks(page, true);
  await new Chart(page, world.url).logIn(accountOf('administrator'));
  await page.goto(`${world.url}/spa/ai-support`);
  const main = page.getByRole('main').filter({ hasText: 'which engines advise your GPs' });
  for (const [tab, word, state] of [
    ['Status', 'Checks', 'status'],
    ['Engines and rules', 'Made by', 'engines'],
    ['Dictionary', 'Concept mapping', 'dictionary'],
  ] as const) {
    await main.getByRole('tab', { name: tab }).click();
    await expect(main.getByRole('tabpanel', { name: tab })).toContainText(word);
    await looks.areRight(`administration-${state}`, main);
  }

  await page.goto(`${world.url}/spa/system-administration`);
  const card = page.getByRole('link', { name: /AI support/ });
  await expect(card).toBeVisible();
  await looks.areReadable('administration-card', card);
});
