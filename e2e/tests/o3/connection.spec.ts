import type { Page } from '@playwright/test';
import { accountOf } from '../../src/world/users.js';
import { expect, test } from './desk.js';

test('after a session that ended in the middle of the work, the work goes on after the login', async ({
  chart,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const [suggestion] = await practice.suggested(patient);
  await chart.open(patient);
  const workspace = await chart.openSuggestions();
  await workspace.hasJudged();
  await chart.page.context().clearCookies();
  await workspace.card(suggestion.summary ?? '').accept();
  await expect(chart.page).toHaveURL(/\/spa\/login/);

  await chart.logInHere(accountOf('clinician'));

  await chart.open(patient);
  await expect(chart.railButton).toHaveAccessibleName(/2 suggestions await your decision/);
  await chart.openSuggestions();
  const card = workspace.card(suggestion.summary ?? '');
  await card.accept();
  await card.isDecided('Accepted', 'Astrid Nygaard');
});

test('on a slow line, the workspaces stand at once with placeholders, and then with what there is (P3)', async ({
  chart,
  people,
  practice,
}) => {
  const patient = await people.someone();
  await practice.suggested(patient);
  await chart.open(patient);
  await slow(chart.page);

  const workspace = await chart.openSuggestions();
  await expect(workspace.root.locator('.cds--skeleton__text').first()).toBeVisible();
  await chart.page.getByRole('link', { name: 'Allergies' }).click();
  await expect(chart.page).toHaveURL(/\/chart\/Allergies/i);

  await expect(workspace.open).toHaveCount(2, { timeout: 30_000 });
  await expect(workspace.root.locator('.cds--skeleton__text')).toHaveCount(0);
});

test('opened without a connection, the workspace says so and recovers by itself when it is back', async ({
  chart,
  people,
  practice,
}) => {
  const patient = await people.someone();
  await practice.suggested(patient);
  await chart.open(patient);
  const workspace = await chart.openSuggestions();
  await workspace.hasJudged();
  await chart.page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(workspace.root).toHaveCount(0);

  await chart.page.context().setOffline(true);
  await chart.openSuggestions();
  await expect(workspace.root).toContainText('You are offline.');
  await chart.page.context().setOffline(false);

  await expect(workspace.root).not.toContainText('You are offline.');
  await expect(workspace.open).toHaveCount(2);
});

test('wanted for the first time without a connection, the workspace says so and can be closed (P2)', async ({
  chart,
  people,
  practice,
}) => {
  const patient = await people.someone();
  await practice.suggested(patient);
  await chart.open(patient);

  await chart.page.context().setOffline(true);
  await chart.railButton.click();
  const rail = chart.page.locator('#omrs-workspaces-container');
  await expect(rail).toContainText('This part could not be loaded.');
  await expect(rail.getByRole('button', { name: 'Close', exact: true })).toBeVisible();
  await chart.page.context().setOffline(false);

  await expect(chart.suggestions.open, 'it comes by itself').toHaveCount(2);
});

/** A line as over a mast far away. */
async function slow(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Network.enable');
  await browser.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 1_500,
    downloadThroughput: 50_000,
    uploadThroughput: 20_000,
  });
}
