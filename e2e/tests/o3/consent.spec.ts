import { accountOf } from '../../src/world/users.js';
import { expect, test } from './desk.js';
import { Chart } from './pages/chart.js';

test('consent in O3: asked, yes, suggestions, withdrawn, undone (C5, P6)', async ({
  chart,
  people,
  practice,
}) => {
  const patient = await people.someone();
  await chart.open(patient);
  await expect(chart.tag).toHaveText('AI support: not asked');

  const consent = await chart.openConsent();
  await consent.record('Yes');
  await expect(chart.tag).toHaveText('AI support: yes');
  const workspace = await chart.openSuggestions();
  await expect(workspace.open).toHaveCount(2);

  await chart.openConsent();
  await consent.button('Withdraw').click();
  await expect(chart.tag).toHaveText('AI support: no');
  await expect(consent.ownCare).toContainText('2 undecided suggestions were removed.');
  await expect(consent.ownCare).toContainText('Nothing has left the practice.');
  await expect(chart.railButton).toHaveAccessibleName('AI support');
  expect((await practice.suggestions(patient)).permitted).toBe(false);

  await consent.button('Undo').click();
  await expect(chart.tag).toHaveText('AI support: yes');
  const { events = [] } = await practice.overview(patient);
  expect(events.map(({ decision }) => decision)).toEqual(['CORRECT', 'WITHDRAW', 'GRANT']);
});

test('trust21_a receptionist records a no in O3, as easily as a yes (C8)', async ({
  page,
  people,
  practice,
  world,
}) => {
  const patient = await people.someone();
  const chart = new Chart(page, world.url);
  await chart.logIn(accountOf('receptionist'));
  await chart.open(patient);

  const consent = await chart.openConsent();
  await consent.record('No');

  await expect(chart.tag).toHaveText('AI support: no');
  expect((await practice.overview(patient)).purposes[0]).toMatchObject({ status: 'REFUSED' });
});
