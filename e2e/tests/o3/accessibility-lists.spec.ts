import type { Locator, Page } from '@playwright/test';
import { readPatientFile } from '../../src/patients/file.js';
import { accountOf } from '../../src/world/users.js';
import { RAISED_PRESSURE, TWO_FINDINGS } from '../support/people.js';
import { Practice } from '../support/practice.js';
import { expect, test } from './desk.js';
import { Awaiting } from './pages/awaiting.js';
import { Chart } from './pages/chart.js';
import { Looks, LONG } from './pages/looks.js';
import { OnTheWay } from './pages/on-the-way.js';
import { Renewals } from './pages/renewals.js';

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().replace('Z', '+00:00');
const NAMES = readPatientFile().patients;

/** Each of the reasons to ask again, in the server's order: about a patient of the patient file. */
const REASONS = [
  { status: 'EXPIRED', since: inDays(-735), expires: inDays(-5) },
  { status: 'GRANTED', since: inDays(-711), expires: inDays(19) },
  { status: 'LAPSED', reason: 'LEAFLET_CHANGED', since: inDays(-3) },
  { status: 'LAPSED', reason: 'CAME_OF_AGE', since: inDays(-9) },
  { status: 'LAPSED', reason: 'GUARDIANSHIP_ENDED', since: inDays(-20) },
  { status: 'LAPSED', reason: 'MERGED', since: inDays(-41) },
  { status: 'LAPSED', reason: 'ATTRIBUTE_CHANGED', since: inDays(-52) },
  { status: 'PENDING', reason: 'PENDING_EVIDENCE', since: inDays(-1) },
].map((due, index) => ({ ...due, purpose: 'own-care', patient: named(index) }));

function named(index: number) {
  const someone = NAMES[index % NAMES.length];
  return { uuid: someone?.uuid, display: `${someone?.givenName} ${someone?.familyName}` };
}

const EMPTY = { results: [], patients: [], totalCount: 0 };

/** Loading, failed and without a connection: what every list can be. Ends where the list is there again. */
async function lookAtTrouble(page: Page, answers: OnTheWay, look: (state: string) => Promise<void>) {
  const main = page.getByRole('main');
  const release = await answers.held();
  await page.reload();
  await expect(main.getByRole('status', { name: 'Loading…' })).toBeVisible({ timeout: 45_000 });
  await look('loading');
  release();
  await expect(main.getByRole('table')).toBeVisible();

  await answers.failing();
  await page.reload();
  await expect(main.getByRole('alert')).toContainText('The server failed (500).', { timeout: 45_000 });
  await look('failed');
  await answers.asItIs();
  await main.getByRole('button', { name: 'Try again' }).click();
  await expect(main.getByRole('table')).toBeVisible();

  await page.context().setOffline(true);
  await expect(main).toContainText('You are offline.');
  await look('offline');
  await page.context().setOffline(false);
  await expect(main).not.toContainText('You are offline.');
}

const listed = (page: Page): Locator => page.getByRole('main');

test('no state of the list of what awaits a GP violates WCAG, in either theme, up to 400 % zoom (P4, S7)', async ({
  as,
  page,
  people,
  world,
}) => {
  test.setTimeout(LONG);
  const office = new Practice(as['second clinician'], as.administrator);
  const first = await people.someone(RAISED_PRESSURE);
  const second = await people.someone(TWO_FINDINGS);
  await office.suggested(first);
  await office.suggested(second);
  const chart = new Chart(page, world.url);
  const awaiting = new Awaiting(page, world.url);
  const answers = new OnTheWay(page, /\/aisupport\/suggestion\?.*awaiting=me/);
  const looks = new Looks(page);
  const look = (state: string) => looks.areRight(`awaiting-${state}`, listed(page));
  await chart.logIn(accountOf('second clinician'));
  await page.goto(`${world.url}/spa/ai-support/awaiting`);
  await awaiting.isOpen();
  await expect(awaiting.rowsOf(first, second)).toHaveCount(3);
  await look('list');

  await awaiting.filter.selectOption({ label: `${second.name} (2)` });
  await awaiting.counts('2 suggestions about 1 patient');
  await look('of-one');
  await lookAtTrouble(page, answers, look);

  await answers.changed(({ results, ...list }) => {
    const [longest, ...others] = results as readonly object[];
    return { ...list, more: true, results: [{ ...longest, status: 'UNREVIEWED' }, ...others] };
  });
  await page.reload();
  await awaiting.isOpen();
  await expect(listed(page)).toContainText('More patients wait than are shown here');
  await expect(listed(page)).toContainText('Unreviewed');
  await look('more');

  await answers.changed((list) => ({ ...list, ...EMPTY }));
  await page.goto(`${world.url}/spa/ai-support/awaiting`);
  await awaiting.counts('Nothing awaits your decision.');
  await look('nothing');
  await answers.asItIs();

  await page.context().clearCookies();
  await chart.logIn(accountOf('receptionist'));
  await page.reload();
  await expect(listed(page)).toContainText('needs the privilege', { timeout: 45_000 });
  await look('not-allowed');
  await office.withdraw(first);
  await office.withdraw(second);
});

test('no state of the list of whom to ask again violates WCAG, in either theme, up to 400 % zoom (P4, C7)', async ({
  chart,
  people,
  practice,
  world,
}) => {
  test.setTimeout(LONG);
  const { page } = chart;
  const patient = await people.someone([]);
  await practice.grantForAnHour(patient);
  const renewals = new Renewals(page, world.url);
  const answers = new OnTheWay(page, /\/aisupport\/consent\/renewal/);
  const looks = new Looks(page);
  const look = (state: string) => looks.areRight(`renewals-${state}`, listed(page));

  await page.goto(`${world.url}/spa/ai-support/renewals`);
  await renewals.isOpen();
  await expect(renewals.rowOf(patient)).toContainText('The yes ends soon');
  await lookAtTrouble(page, answers, look);

  // Most reasons take years, or another leaflet, to come about.
  await answers.changed((list) => ({ ...list, results: REASONS, totalCount: REASONS.length }));
  await page.reload();
  await renewals.isOpen();
  await expect(page.getByRole('row')).toHaveCount(REASONS.length + 1);
  await look('list');

  await answers.changed((list) => ({ ...list, ...EMPTY }));
  await page.reload();
  await expect(listed(page)).toContainText('Nobody needs to be asked again now.', { timeout: 45_000 });
  await look('nobody');
  await practice.refuse(patient);
});
