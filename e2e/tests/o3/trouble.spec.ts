import { accountOf } from '../../src/world/users.js';
import { DIABETIC_HBA1C } from '../support/people.js';
import { expect, test } from './desk.js';
import { Chart } from './pages/chart.js';
import { holdRuns } from './pages/on-the-way.js';

test('trust17_while an engine hangs, the chart goes on and the run can be cancelled (P3)', async ({
  chart,
  people,
  practice,
}) => {
  const patient = await people.someone();
  await practice.suggested(patient);
  await holdRuns(chart.page);
  await chart.open(patient);
  const workspace = await chart.openSuggestions();
  await expect(workspace.root).toContainText('Reading the record…');

  await expect(workspace.open, 'what was open already is shown at once').toHaveCount(2);
  await chart.page.getByRole('link', { name: 'Conditions' }).click();
  await expect(chart.page.getByRole('button', { name: /Record conditions|Add/ }).first()).toBeVisible();
  await workspace.button('Cancel').click();

  await expect(workspace.root).toContainText('Cancelled. Nothing was judged.');
});

test('when the session is over, a decision leads to the login and is not lost silently', async ({
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
  expect((await practice.suggestions(patient)).results.map(({ status }) => status)).toEqual(['OPEN', 'OPEN']);
});

test('when the server is out of reach, a decision is not taken for saved, and what is shown stays', async ({
  chart,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const [suggestion] = await practice.suggested(patient);
  await chart.open(patient);
  const workspace = await chart.openSuggestions();
  await workspace.hasJudged();
  const card = workspace.card(suggestion.summary ?? '');

  await chart.page.context().setOffline(true);
  await card.accept();
  await expect(card.root).toContainText('The server can’t be reached.');
  await chart.page.context().setOffline(false);

  await card.accept();
  await card.isDecided('Accepted', 'Astrid Nygaard');
});

test('trust17_the chart does not wait for the module: with no answer of it at all, the chart is there (P3)', async ({
  chart,
  people,
  practice,
}) => {
  const patient = await people.someone();
  await practice.suggested(patient);
  let release: () => void = () => undefined;
  const chartIsThere = new Promise<void>((resolve) => (release = resolve));
  await chart.page.route(/\/rest\/v1\/aisupport\//, async (route) => {
    await chartIsThere;
    await route.continue();
  });

  await chart.goTo(patient);
  const pressure = chart.page.getByRole('cell', { name: /^15\d \/ 9\d$/ }).first();
  await expect(pressure).toBeVisible({ timeout: 60_000 });
  await expect(chart.tag).toHaveCount(0);

  release();
  await expect(chart.tag).toHaveText('AI support: yes');
});

test('a form of O3 that is saved brings the suggestions up to date, the icon first (P1)', async ({
  chart,
  people,
  practice,
}) => {
  const patient = await people.someone(DIABETIC_HBA1C);
  await practice.grant(patient);
  await chart.open(patient);
  const workspace = await chart.openSuggestions();
  await workspace.hasJudged();
  await expect(workspace.open).toHaveCount(1);

  await chart.recordBloodPressure(158, 92);

  await expect(chart.railButton).toHaveAccessibleName(/2 suggestions await your decision/);
  await chart.openSuggestions();
  await expect(workspace.open).toHaveCount(2);
  await expect(workspace.root).toContainText('158/92');
});

test('trust21_a receptionist meets the consent in O3 and no suggestion (X1)', async ({
  page,
  people,
  practice,
  world,
}) => {
  const patient = await people.someone();
  await practice.suggested(patient);
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, path] = request.url().split('/ws/rest/v1/aisupport/');
    asked.push(...(path === undefined ? [] : [path]));
  });
  const chart = new Chart(page, world.url);
  await chart.logIn(accountOf('receptionist'));

  await chart.open(patient);

  await expect(chart.tag).toHaveText('AI support: yes');
  await expect(chart.railButton).toHaveCount(0);
  expect(asked.filter((path) => !/^(consent|leaflet)\b/.test(path))).toEqual([]);
});

test('hidden for today, the workspace computes nothing until the GP wants it again (P2)', async ({
  chart,
  people,
  practice,
}) => {
  const patient = await people.someone();
  await practice.suggested(patient);
  await chart.open(patient);
  const workspace = await chart.openSuggestions();
  await workspace.hasJudged();

  await workspace.button('Hide for today').click();
  await expect(chart.railButton).toHaveAccessibleName('AI support');
  const runs: string[] = [];
  chart.page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/aisupport/run')) {
      runs.push(request.url());
    }
  });
  await chart.open(patient);
  await chart.openSuggestions();
  await expect(workspace.cards).toHaveCount(0);
  expect(runs).toEqual([]);

  await workspace.button('Show AI panel').click();
  await expect(workspace.open).toHaveCount(2);
});

test('O3’s own login leads to the chart', async ({ page, people, world }) => {
  const patient = await people.someone();
  const chart = new Chart(page, world.url);

  await chart.logInByHand(accountOf('clinician'));
  await chart.open(patient);

  await expect(chart.tag).toHaveText('AI support: not asked');
});
