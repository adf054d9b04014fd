import type { Page } from '@playwright/test';
import { accountOf, type Role } from '../../src/world/users.js';
import { expect, test } from './desk.js';
import { Chart } from './pages/chart.js';

const CARD = 'Status, engines and dictionary';

async function enter(page: Page, url: string, role: Exclude<Role, 'anonymous'>, path: string): Promise<void> {
  await new Chart(page, url).logIn(accountOf(role));
  await page.goto(`${url}/spa/${path}`);
}

test('an administrator finds status, engines with their rules, and the dictionary (P1, O2, E4)', async ({
  page,
  world,
}) => {
  await enter(page, world.url, 'administrator', 'system-administration');

  await page.getByRole('link', { name: CARD }).click();

  await expect(page).toHaveURL(/\/spa\/ai-support$/);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: 'AI support', level: 1 })).toBeVisible();
  await expect(main.getByRole('row', { name: /Consent gate/ })).toContainText('in place');
  await expect(main).toContainText('Everything is in place.');

  await main.getByRole('tab', { name: 'Engines and rules' }).click();
  const engine = main.getByRole('article', { name: 'Guideline rules' });
  await expect(engine).toContainText('The GP decides.');
  const rule = engine.getByRole('row', { name: /clinic-blood-pressure/ });
  await expect(rule.getByRole('link')).toHaveAttribute('href', /^https:/);
  await expect(rule).toContainText(/By \d{2}-\w{3}-\d{4}|Overdue since/);

  await main.getByRole('tab', { name: 'Dictionary' }).click();
  await expect(main.getByRole('table', { name: 'Rules that this dictionary can supply' })).toBeVisible();
  await expect(main.getByRole('table', { name: 'Inputs' }).getByRole('row')).not.toHaveCount(1);
});

test('trust21_a GP is shown no way to the administrators’ page (X1)', async ({ page, world }) => {
  await enter(page, world.url, 'clinician', 'system-administration');

  await expect(page.getByRole('banner')).toBeVisible();
  // What nobody sees can only be missed once everything that was to come is there.
  await page.waitForLoadState('networkidle');
  await expect(page.getByText(CARD)).toHaveCount(0);
});

test('trust21_a GP who types its address is told what is missing, and is shown nothing (X1)', async ({
  page,
  world,
}) => {
  await enter(page, world.url, 'clinician', 'ai-support');

  const main = page.getByRole('main');
  await expect(main.getByRole('alert')).toHaveText(
    /This needs the privilege “Manage AI Support”, which you don’t have\./,
  );
  await expect(main.getByRole('table')).toHaveCount(0);
  await main.getByRole('tab', { name: 'Dictionary' }).click();
  await expect(main.getByRole('alert').filter({ visible: true })).toContainText('Manage AI Support');
});
