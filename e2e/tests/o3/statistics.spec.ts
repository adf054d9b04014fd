import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { accountOf } from '../../src/world/users.js';
import { databaseAddress } from '../support/database.js';
import { fiveAccepted } from '../support/statistics.js';
import { expect, test } from './desk.js';
import { Chart } from './pages/chart.js';
import { Looks, LONG } from './pages/looks.js';

const PAGE = 'What becomes of suggestions';

async function open(page: Page, url: string): Promise<void> {
  await new Chart(page, url).logIn(accountOf('administrator'));
  await page.goto(`${url}/spa/ai-support`);
  await page.getByRole('main').getByRole('link', { name: PAGE }).click();
}

test.describe('what became of suggestions, on the administrators’ page (A4)', () => {
  test.skip(!databaseAddress(), 'AISUPPORT_DATABASE says no mariadb://user:password@host:port/schema');

  test('an administrator sees what was accepted, in tables and plots, and downloads it', async ({
    page,
    world,
    people,
    practice,
  }) => {
    test.setTimeout(LONG);
    await fiveAccepted(people, practice);

    await open(page, world.url);

    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { name: PAGE, level: 1 })).toBeVisible();
    const table = main.getByRole('table', { name: 'What became of them' });
    await expect(table.getByRole('row', { name: /blood pressure/i }).first()).toContainText(/\d+ %/);
    await expect(main.locator('.bars').first()).toBeAttached();
    await new Looks(page).areRight('statistics', main);

    const download = page.waitForEvent('download');
    await main.getByRole('button', { name: 'Download as CSV' }).press('Enter');
    const file = await (await download).path();
    expect(await readFile(file, 'utf8')).toContain('"guidelines","clinic-blood-pressure"');
  });
});
