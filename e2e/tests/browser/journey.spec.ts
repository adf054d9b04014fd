import type { Page, Request } from '@playwright/test';
import { accountOf } from '../../src/world/users.js';
import { SEVERE_PRESSURE } from '../support/people.js';
import { expect, test } from './desk.js';
import { EncounterScreen } from './pages/encounter-screen.js';

function runsRequested(page: Page): Request[] {
  const runs: Request[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/aisupport/run')) {
      runs.push(request);
    }
  });
  return runs;
}

test('one encounter: not asked, consent, suggestions, two decisions, reload, withdrawal (P6, C5, S3)', async ({
  desk,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const { panel, page } = desk;
  const runs = runsRequested(page);

  await test.step('not asked: the panel says so, and nothing is computed', async () => {
    await desk.open(patient);
    await panel.saysOff('The patient has not been asked.');
    await expect(panel.cards).toHaveCount(0);
    expect(runs).toHaveLength(0);
    const audit = await practice.audit(patient);
    expect(audit.map(({ kind }) => kind)).not.toContain('ENGINE_CALL_INTENT');
  });

  await test.step('a yes brings suggestions without reloading, each complete', async () => {
    await page.evaluate(() => {
      document.title = 'not reloaded';
    });
    await panel.recordConsent({ decision: 'Yes' });
    await expect(panel.open).toHaveCount(2);
    await expect(page).toHaveTitle('not reloaded');
    expect(runs).toHaveLength(1);
    await panel.card('blood pressure').isComplete();
    await panel.card('HbA1c').isComplete();
    await expect(panel.card('HbA1c').root).toContainText('52');
  });

  await test.step('accept one, reject the other with a reason', async () => {
    await panel.card('blood pressure').accept();
    await panel.card('blood pressure').isDecided('Accepted', 'Astrid Nygaard');
    await panel.card('HbA1c').reject('The data it rests on is wrong');
    await panel.card('HbA1c').isDecided('Rejected', 'Astrid Nygaard');
  });

  await test.step('reopened, it shows the decisions, who made them and when', async () => {
    await desk.open(patient);
    await panel.card('blood pressure').isDecided('Accepted', 'Astrid Nygaard');
    await panel.card('HbA1c').isDecided('Rejected', 'Astrid Nygaard');
    await expect(panel.card('HbA1c').root).toContainText('Reason: The data it rests on is wrong');
    await expect(panel.open).toHaveCount(0);
  });
});

test('trust05_a_withdrawal_takes_open_suggestions_off_the_screen_at_once (C5)', async ({
  desk,
  people,
  practice,
}) => {
  const patient = await people.someone();
  await practice.grant(patient);
  const { panel, page } = desk;
  await desk.open(patient);
  await expect(panel.open).toHaveCount(2);
  await panel.card('HbA1c').accept();
  await panel.card('HbA1c').isDecided('Accepted', 'Astrid Nygaard');
  const runs = runsRequested(page);

  await panel.withdraw();

  await expect(panel.open).toHaveCount(0);
  await panel.saysOff(/The patient withdrew/);
  await expect(panel.root).toContainText('1 undecided suggestion was removed.');
  await expect(panel.root).toContainText('Nothing has left the practice.');
  await expect(panel.root).not.toContainText('158/92');
  await panel.card('HbA1c').isDecided('Accepted', 'Astrid Nygaard');
  expect(runs).toHaveLength(0);
});

test('a withdrawal by mistake is undone with one click, and the engines are asked anew (C5)', async ({
  desk,
  people,
  practice,
}) => {
  const patient = await people.someone();
  await practice.grant(patient);
  const { panel, page } = desk;
  await desk.open(patient);
  await expect(panel.open).toHaveCount(2);
  await panel.withdraw();
  await panel.saysOff(/The patient withdrew/);
  await expect(panel.root).toContainText('2 undecided suggestions were removed.');
  const runs = runsRequested(page);

  await desk.open(patient);
  await panel.saysOff(/The patient withdrew/);
  expect(runs).toHaveLength(0);
  await panel.button('Undo').click();

  await expect(panel.root).toContainText('Undone. What stood before stands again.');
  await expect(panel.open).toHaveCount(2);
  expect(runs).toHaveLength(1);
  const { purposes, events = [] } = await practice.overview(patient);
  expect(purposes[0]).toMatchObject({ status: 'GRANTED', permitted: true });
  expect(events.map(({ decision }) => decision)).toEqual(['CORRECT', 'WITHDRAW', 'GRANT']);
});

test('an undo that a newer answer overtook says so, and shows what stands (C5)', async ({
  as,
  desk,
  people,
  practice,
}) => {
  const patient = await people.someone();
  await practice.grant(patient);
  const { panel } = desk;
  await desk.open(patient);
  await panel.withdraw();
  await panel.saysOff(/The patient withdrew/);
  await as['second clinician'].post('/consent', {
    patient: patient.uuid,
    purpose: 'own-care',
    decision: 'REFUSE',
  });

  await panel.button('Undo').click();

  await expect(panel.root).toContainText('Not undone: somebody recorded something newer.');
  await panel.saysOff(/The patient said no/);
  await expect(panel.button('Undo')).toHaveCount(0);
});

test('trust21_a receptionist records, withdraws and undoes, and asks for nothing that is refused (X1)', async ({
  openmrs,
  page,
  people,
  world,
}) => {
  const patient = await people.someone();
  const asked: string[] = [];
  const refused: string[] = [];
  page.on('response', (response) => {
    const [, path = ''] = response.url().split('/ws/rest/v1/aisupport/');
    if (path !== '') {
      asked.push(path);
      refused.push(...(response.status() >= 400 ? [path] : []));
    }
  });
  const screen = EncounterScreen.in(world, page, openmrs.administrator);
  await screen.logIn(accountOf('receptionist'));
  await screen.openAtFrontDesk(patient);
  await screen.panel.saysOff('The patient has not been asked.');

  await screen.panel.recordConsent({ decision: 'Yes', method: 'In writing' });
  await expect(screen.panel.root).toContainText('Your role sees the consent, not the suggestions.');
  await screen.panel.withdraw();
  await screen.panel.saysOff(/The patient withdrew/);
  await screen.panel.button('Undo').click();
  await expect(screen.panel.root).toContainText('AI support: yes since');

  await expect(screen.panel.cards).toHaveCount(0);
  expect(refused).toEqual([]);
  expect(asked.filter((path) => !/^(consent|leaflet)\b/.test(path))).toEqual([]);
});

test('a no is recorded as easily as a yes, and nothing is computed (P6)', async ({
  desk,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const runs = runsRequested(desk.page);
  await desk.open(patient);

  await desk.panel.recordConsent({ decision: 'No' });

  await desk.panel.saysOff(/The patient said no/);
  expect(runs).toHaveLength(0);
  expect((await practice.overview(patient)).purposes[0]).toMatchObject({ status: 'REFUSED' });
});

test('a yes without who and how is not sent, and what was filled in arrives as typed (C4)', async ({
  desk,
  people,
  practice,
}) => {
  const patient = await people.someone();
  const name = 'Ada Sæther <Made-up> & "Co" Łukasz';
  const { panel } = desk;
  await desk.open(patient);
  await panel.button('Record consent').click();
  await panel.form.getByRole('radio', { name: /^Yes/ }).check();
  await panel.form.getByRole('radio', { name: 'A proxy' }).check();
  await panel.form.getByRole('textbox', { name: 'Name', exact: true }).fill(name);

  await panel.form.getByRole('button', { name: 'Save' }).click();

  await expect(panel.form).toContainText('Give the relationship.');
  await expect(panel.form).toContainText('Say how it was given.');
  await expect(panel.form.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(name);
  expect((await practice.overview(patient)).events).toEqual([]);

  await panel.form.getByRole('textbox', { name: 'Relationship to the patient' }).fill('Aunt');
  await panel.form.getByRole('radio', { name: 'Spoken' }).check();
  await panel.form.getByRole('radio', { name: 'Leave them out' }).check();
  await panel.form.getByRole('button', { name: 'Save' }).click();

  await expect
    .poll(async () => (await practice.overview(patient)).events?.map(({ givenBy }) => givenBy?.name))
    .toEqual([name]);
});

test('who comes second is shown what the colleague decided (S2)', async ({ as, desk, people, practice }) => {
  const patient = await people.someone();
  const [suggestion] = await practice.suggested(patient);
  const { panel } = desk;
  await desk.open(patient);
  const card = panel.card(suggestion.summary ?? '');
  await expect(card.root).toBeVisible();
  // The list that follows the run would take away what a colleague decided before it.
  await expect(panel.root).not.toContainText('Reading the record…');

  const decision = { outcome: 'REJECTED', overrideReason: 'wrong-data' };
  await as['second clinician'].post(`/suggestion/${suggestion.uuid}/decision`, decision);
  await card.accept();

  await expect(card.root).toContainText('A colleague decided first. Nothing of yours was saved.');
  await card.isDecided('Rejected', 'Mikkel Friis');
});

test('a critical one is not rejected without a reason (S5)', async ({ desk, people, practice }) => {
  const patient = await people.someone(SEVERE_PRESSURE);
  const [critical] = await practice.suggested(patient);
  await desk.open(patient);
  const card = desk.panel.card(critical.summary ?? '');

  await card.reject();
  await expect(card.root).toContainText('Choose a reason first');
  expect((await practice.suggestions(patient)).results[0]?.status).toBe('OPEN');

  await card.reject('Already done');
  await card.isDecided('Rejected', 'Astrid Nygaard');
});

test('hidden for today, the panel computes nothing (P2)', async ({ desk, people, practice }) => {
  const patient = await people.someone();
  const { panel, page } = desk;
  await desk.open(patient);
  await panel.button('Hide for today').click();
  await practice.grant(patient);
  const runs = runsRequested(page);

  await desk.open(patient);

  await expect(panel.button('Show AI panel')).toBeVisible();
  await expect(panel.cards).toHaveCount(0);
  expect(runs).toHaveLength(0);
  await panel.button('Show AI panel').click();
  await expect(panel.open).toHaveCount(2);
});

test('trust16_the_panel_takes_no_focus_and_opens_no_dialog (P2)', async ({ desk, people, practice }) => {
  const patient = await people.someone();
  await practice.grant(patient);
  const dialogs: string[] = [];
  desk.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });

  await desk.open(patient);
  await expect(desk.panel.open).toHaveCount(2);

  const focused = await desk.page.evaluate(() => document.activeElement?.tagName ?? '');
  expect(focused).not.toBe('AISUPPORT-PANEL');
  await expect(desk.page.getByRole('dialog')).toHaveCount(0);
  expect(dialogs).toEqual([]);
});
