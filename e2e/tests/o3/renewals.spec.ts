import { AxeBuilder } from '@axe-core/playwright';
import { accountOf } from '../../src/world/users.js';
import { expect, test } from './desk.js';
import { Chart } from './pages/chart.js';
import { Renewals } from './pages/renewals.js';

test('trust21_a receptionist comes from the home page to whom to ask again, and to the patient (C7, X1)', async ({
  page,
  people,
  practice,
  world,
}) => {
  const patient = await people.someone([]);
  // So soon that nobody stands before this patient in the list but those who are over already.
  await practice.grantForAnHour(patient);
  const chart = new Chart(page, world.url);
  await chart.logIn(accountOf('receptionist'));
  const renewals = new Renewals(page, world.url);

  await page.goto(`${world.url}/spa/home`);
  await renewals.link.first().click();
  await renewals.isOpen();
  await expect(renewals.rowOf(patient)).toContainText('The yes ends soon');
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);

  await renewals.rowOf(patient).getByRole('link').click();
  await expect(chart.tag).toHaveText('AI support: yes', { timeout: 45_000 });
  await page.goBack();
  await expect(renewals.rowOf(patient)).toBeVisible();
});

test('whoever was asked anew is off the list (C7)', async ({ chart, people, practice, world }) => {
  const patient = await people.someone([]);
  await practice.grantForAnHour(patient);
  const renewals = new Renewals(chart.page, world.url);
  await chart.page.goto(`${world.url}/spa/home`);

  await chart.page.getByRole('button', { name: 'App Menu' }).click();
  await renewals.link.last().click();
  await renewals.isOpen();
  await renewals.rowOf(patient).getByRole('link').click();
  await expect(chart.tag).toBeVisible({ timeout: 45_000 });
  await practice.refuse(patient);
  await chart.page.goBack();

  await renewals.isOpen();
  await expect(renewals.rowOf(patient)).toHaveCount(0);
});

test('the administrators’ page answers for its own address, and leads to the list (O2)', async ({
  page,
  world,
}) => {
  await new Chart(page, world.url).logIn(accountOf('administrator'));
  const renewals = new Renewals(page, world.url);
  await page.goto(`${world.url}/spa/ai-support`);
  await expect(page.getByRole('tab', { name: 'Engines and rules' })).toBeVisible({ timeout: 45_000 });

  await page.getByRole('main').locator(renewals.link).click();

  await renewals.isOpen();
  await expect(page.getByRole('tab', { name: 'Engines and rules' })).toHaveCount(0);
});
