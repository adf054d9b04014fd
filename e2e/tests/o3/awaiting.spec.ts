import { AxeBuilder } from '@axe-core/playwright';
import { accountOf } from '../../src/world/users.js';
import { LABEL } from '../browser/pages/card.js';
import { type Patient, RAISED_PRESSURE, TWO_FINDINGS } from '../support/people.js';
import { Practice } from '../support/practice.js';
import { expect, test as base } from './desk.js';
import { Awaiting } from './pages/awaiting.js';
import { Chart } from './pages/chart.js';

interface Waiting {
  /** Of the GP whom no other test lets ask for much: a list is that GP's own. */
  readonly office: Practice;
  /** Two patients who wait for that GP: the first with one suggestion, the second with two. */
  readonly waiting: readonly [Patient, Patient];
  readonly awaiting: Awaiting;
}

const test = base.extend<Waiting>({
  office: async ({ as }, use) => {
    await use(new Practice(as['second clinician'], as.administrator));
  },
  waiting: async ({ people, office }, use) => {
    const first = await people.someone(RAISED_PRESSURE);
    const second = await people.someone(TWO_FINDINGS);
    await office.suggested(first);
    await office.suggested(second);
    await use([first, second]);
    await office.withdraw(first);
    await office.withdraw(second);
  },
  chart: async ({ page, world }, use) => {
    const chart = new Chart(page, world.url);
    await chart.logIn(accountOf('second clinician'));
    await use(chart);
  },
  awaiting: async ({ page, world }, use) => {
    await use(new Awaiting(page, world.url));
  },
});

test('a GP sees who waits, oldest first, decides in the chart, and comes back to one fewer (S7, S2)', async ({
  awaiting,
  chart,
  page,
  waiting: [first, second],
  world,
}) => {
  await page.goto(`${world.url}/spa/home`);
  await awaiting.link.first().click();
  await awaiting.isOpen();
  const rows = awaiting.rowsOf(first, second);
  await expect(rows).toContainText([first.name, second.name, second.name]);
  await expect(rows).toContainText([LABEL, LABEL, LABEL]);
  await expect(page.getByRole('main').getByRole('button', { name: /accept|reject/i })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);

  await awaiting.filter.selectOption({ label: `${second.name} (2)` });
  await awaiting.counts('2 suggestions about 1 patient');
  await expect(awaiting.rowsOf(first)).toHaveCount(0);

  await awaiting.rowsOf(second).first().getByRole('link').click();
  await expect(chart.tag).toHaveText('AI support: yes', { timeout: 45_000 });
  const workspace = await chart.openSuggestions();
  await workspace.card('blood pressure').accept();
  await workspace.card('blood pressure').isDecided('Accepted', 'Mikkel Friis');
  await page.goBack();

  await awaiting.isOpen();
  await awaiting.counts('1 suggestion about 1 patient');
  await expect(awaiting.rowsOf(second)).toContainText(['HbA1c']);
});

test('trust05_whoever withdraws is gone from the list, and from the choice (C6)', async ({
  awaiting,
  chart,
  office,
  waiting: [first, second],
  world,
}) => {
  await chart.page.goto(`${world.url}/spa/home`);
  await chart.page.getByRole('button', { name: 'App Menu' }).click();
  await awaiting.link.last().click();
  await awaiting.isOpen();
  await expect(awaiting.rowsOf(first)).toHaveCount(1);
  await awaiting.rowsOf(first).getByRole('link').click();
  await expect(chart.tag).toBeVisible({ timeout: 45_000 });

  await office.withdraw(first);
  await chart.page.goBack();

  await awaiting.isOpen();
  await expect(awaiting.rowsOf(second)).toHaveCount(2);
  await expect(awaiting.rowsOf(first)).toHaveCount(0);
  await expect(chart.page.getByRole('main')).not.toContainText(first.name);
});

test('trust21_the link is not for those who may not see suggestions (X1)', async ({ page, world }) => {
  await new Chart(page, world.url).logIn(accountOf('receptionist'));
  const awaiting = new Awaiting(page, world.url);
  await page.goto(`${world.url}/spa/home`);
  await expect(page.getByRole('link', { name: 'AI consent to renew' }).first()).toBeVisible({
    timeout: 45_000,
  });
  await expect(awaiting.link).toHaveCount(0);

  await page.goto(`${world.url}/spa/ai-support/awaiting`);

  await awaiting.isOpen();
  await expect(page.getByText(/needs the privilege “View AI Suggestions”/)).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(0);
});
