import { SUMMARY } from '../../src/outside/answers.js';
import { OutsideFold } from '../browser/pages/outside-fold.js';
import { type EngineOutside, engineOutside } from '../support/engine-outside.js';
import { DIABETIC_HBA1C, TWO_FINDINGS } from '../support/people.js';
import { tellsNobody } from '../support/tells-nobody.js';
import { expect, test as base } from './desk.js';
import { Hands } from './pages/hands.js';
import { Looks, LONG } from './pages/looks.js';

const test = base.extend<{ engine: EngineOutside; company: EngineOutside }>({
  engine: engineOutside(),
  company: engineOutside({ protocol: 'CHAT', commercial: true }),
});

test('trust07_an engine outside in O3: told before, sent, suggested, looked at, rejected (E3, E6)', async ({
  chart,
  engine,
  openmrs,
  people,
  practice,
  world,
}) => {
  test.setTimeout(LONG);
  const patient = await people.someone(DIABETIC_HBA1C);
  await practice.grant(patient);
  await practice.grantOutside(patient, 'external-processing');
  await chart.open(patient);
  const workspace = await chart.openSuggestions();
  await workspace.hasJudged();
  const fold = new OutsideFold(workspace.root, engine.name);
  const looks = new Looks(chart.page);
  const look = (state: string) =>
    looks.areRight(`suggestions-outside-${state}`, workspace.root, workspace.workspace);

  await test.step('opening the workspace asks it nothing', async () => {
    await fold.open();
    await fold.says(`at ${engine.recipient}. Not a commercial company.`);
    await look('folded-out');
  });

  await test.step('what would leave is said, and nothing left yet', async () => {
    await fold.ask.click();
    await fold.says(`Send this to ${engine.recipient}?`);
    await fold.says(/the age in years.*the sex.*HbA1c/s);
    await fold.says('Name, numbers, address and date of birth stay here.');
    await look('before-sending');
    expect(await engine.room.asked()).toHaveLength(0);
    await fold.button('Don’t send').click();
    await expect(fold.ask).toBeFocused();
  });

  await test.step('sent, it suggests, and says where that is from', async () => {
    await fold.send();
    await fold.says(`${engine.name} added 1 suggestion.`);
    const { root } = workspace.card(SUMMARY);
    await expect(root).toContainText(`From ${engine.name}, outside this practice`);
    await expect(root).toContainText('was given as 52 mmol/mol');
    expect(await engine.room.asked()).toHaveLength(1);
  });

  await test.step('what was sent can be opened, and is what came there', async () => {
    const { root } = workspace.card(SUMMARY);
    await root.getByText('What was sent').click();
    await expect(root).toContainText(`To ${engine.recipient}`);
    await expect(root).toContainText('Sex: female');
    await expect(root).toContainText(/A1c.*: 52 mmol\/mol/);
    await root.getByText('Letter by letter').click();
    const [asked] = await engine.room.asked();
    const letters = (await root.locator('pre').textContent()) ?? '';
    expect(JSON.parse(letters)).toEqual(JSON.parse(asked?.body ?? ''));
    await look('sent');
  });

  await test.step('nothing that came there says whose record it was', async () => {
    await tellsNobody(await engine.room.heard(), patient, openmrs.administrator, world);
  });

  await test.step('it is rejected like any other', async () => {
    await workspace.card(SUMMARY).reject();
    await workspace.card(SUMMARY).isDecided('Rejected', 'Astrid Nygaard');
  });
});

test('trust03_without a yes nothing is sent; O3 says which is lacking and leads to where it is recorded (C1)', async ({
  chart,
  company,
  people,
  practice,
}) => {
  const patient = await people.someone(DIABETIC_HBA1C);
  await practice.grant(patient);
  await practice.grantOutside(patient, 'external-processing');
  await chart.open(patient);
  const workspace = await chart.openSuggestions();
  const fold = new OutsideFold(workspace.root, company.name);
  await fold.open();

  await expect(fold.ask).toBeDisabled();
  await fold.says(
    'Needs the patient’s yes to data for commercial companies. The patient has not been asked.',
  );
  expect(await company.room.asked()).toHaveLength(0);
  await fold.button('Consent').click();
  await expect(chart.consent.ownCare).toBeVisible();

  await practice.grantOutside(patient, 'commercial');
  await chart.open(patient);
  await chart.openSuggestions();
  await fold.open();
  await fold.send();
  await fold.says(`${company.name} added 1 suggestion.`);
});

test('trust17_an engine outside that fails, talks nonsense or is slow leaves the rest of O3 as it is (E5, P3)', async ({
  chart,
  engine,
  people,
  practice,
}) => {
  const patient = await people.someone(TWO_FINDINGS);
  await practice.grant(patient);
  await practice.grantOutside(patient, 'external-processing');
  await chart.open(patient);
  const workspace = await chart.openSuggestions();
  await workspace.hasJudged();
  const fold = new OutsideFold(workspace.root, engine.name);
  await fold.open();

  await engine.room.behave('fails');
  await fold.send();
  await fold.says(`${engine.name} did not finish: The engine failed.`);
  await engine.room.behave('garbage');
  await fold.send();
  await fold.says(`${engine.name} did not finish: The engine's answer is not`);

  await engine.room.behave('holds');
  await fold.send();
  await fold.says(`${engine.name} is being asked…`);
  await workspace.card('blood pressure').accept();
  await workspace.card('blood pressure').isDecided('Accepted', 'Astrid Nygaard');
  await fold.button('Cancel').click();
  await fold.says(`${engine.name}: cancelled.`);
  await expect(workspace.open).toHaveCount(1);
});

test('a GP without a mouse asks an engine outside in O3, or doesn’t (P4)', async ({
  chart,
  engine,
  page,
  people,
  practice,
}) => {
  const patient = await people.someone(DIABETIC_HBA1C);
  await practice.grant(patient);
  await practice.grantOutside(patient, 'external-processing');
  await chart.open(patient);
  const workspace = await chart.openSuggestions();
  await workspace.hasJudged();
  const fold = new OutsideFold(workspace.root, engine.name);
  const hands = new Hands(page);

  await hands.activate(fold.summary);
  await hands.activate(fold.ask);
  await expect(fold.button('Send and ask')).toBeVisible();
  await hands.press('Escape');
  await hands.areAt(fold.ask);
  await hands.press('Enter');
  await hands.activate(fold.button('Send and ask'));

  await fold.says(`${engine.name} added 1 suggestion.`);
  expect(await engine.room.asked()).toHaveLength(1);
});
