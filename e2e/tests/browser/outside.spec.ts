import { SUMMARY } from '../../src/outside/answers.js';
import { type EngineOutside, engineOutside } from '../support/engine-outside.js';
import { DIABETIC_HBA1C, TWO_FINDINGS } from '../support/people.js';
import { tellsNobody } from '../support/tells-nobody.js';
import { hasNoViolations, looksRight } from './accessibility.js';
import { test as base, expect } from './desk.js';
import { Keyboard } from './pages/keyboard.js';
import { OutsideFold } from './pages/outside-fold.js';

const test = base.extend<{ engine: EngineOutside; company: EngineOutside }>({
  engine: engineOutside(),
  company: engineOutside({ protocol: 'CHAT', commercial: true }),
});

test('trust07_an engine outside: told before, sent, suggested, looked at, rejected (E3, E6)', async ({
  desk,
  engine,
  openmrs,
  people,
  practice,
  world,
}) => {
  test.setTimeout(120_000);
  const patient = await people.someone(DIABETIC_HBA1C);
  await practice.grant(patient);
  await practice.grantOutside(patient, 'external-processing');
  const { panel, page } = desk;
  const fold = new OutsideFold(panel.root, engine.name);

  await test.step('opening the panel asks it nothing', async () => {
    await desk.open(patient);
    await expect(panel.open).toHaveCount(1);
    await fold.open();
    await fold.says(`at ${engine.recipient}. Not a commercial company.`);
    await looksRight(page, `${world.kind}-outside-folded-out`);
  });

  await test.step('what would leave is said, and nothing left yet', async () => {
    await fold.ask.click();
    await fold.says(`Send this to ${engine.recipient}?`);
    await fold.says(/the age in years.*the sex.*HbA1c/s);
    await fold.says('Name, numbers, address and date of birth stay here.');
    await looksRight(page, `${world.kind}-outside-before-sending`);
    expect(await engine.room.asked()).toHaveLength(0);
    await fold.button('Don’t send').click();
    await expect(fold.ask).toBeFocused();
  });

  await test.step('sent, it suggests, and says where that is from', async () => {
    await fold.send();
    await fold.says(`${engine.name} added 1 suggestion.`);
    const card = panel.card(SUMMARY);
    await expect(card.root).toContainText(`From ${engine.name}, outside this practice`);
    await expect(card.root).toContainText('AI suggestion – support only. Your GP decides.');
    await expect(card.root).toContainText('was given as 52 mmol/mol');
    expect(await engine.room.asked()).toHaveLength(1);
  });

  await test.step('what was sent can be opened, and is what came there', async () => {
    const { root } = panel.card(SUMMARY);
    await root.getByText('What was sent').click();
    await expect(root).toContainText(`To ${engine.recipient}`);
    await expect(root).toContainText('Sex: female');
    await expect(root).toContainText(/A1c.*: 52 mmol\/mol/);
    await root.getByText('Letter by letter').click();
    const [asked] = await engine.room.asked();
    const letters = (await root.locator('pre').textContent()) ?? '';
    expect(JSON.parse(letters)).toEqual(JSON.parse(asked?.body ?? ''));
    await looksRight(page, `${world.kind}-outside-sent`);
  });

  await test.step('nothing that came there says whose record it was', async () => {
    await tellsNobody(await engine.room.heard(), patient, openmrs.administrator, world);
  });

  await test.step('it is rejected like any other', async () => {
    await panel.card(SUMMARY).reject();
    await panel.card(SUMMARY).isDecided('Rejected', 'Astrid Nygaard');
  });
});

test('trust08_a model of a company is asked only with both yeses (C1, E3)', async ({
  company,
  desk,
  openmrs,
  people,
  practice,
  world,
}) => {
  const patient = await people.someone(DIABETIC_HBA1C);
  await practice.grant(patient);
  await practice.grantOutside(patient, 'external-processing');
  const { panel } = desk;
  const fold = new OutsideFold(panel.root, company.name);
  await desk.open(patient);
  await fold.open();
  await expect(fold.ask).toHaveAttribute('aria-disabled', 'true');
  await fold.says(
    'Needs the patient’s yes to data for commercial companies. The patient has not been asked.',
  );
  await hasNoViolations(desk.page);

  await practice.grantOutside(patient, 'commercial');
  await desk.open(patient);
  await fold.open();
  await fold.send();

  await fold.says(`${company.name} added 1 suggestion.`);
  await expect(panel.card(SUMMARY).root).toContainText(`From ${company.name}, outside this practice`);
  await tellsNobody(await company.room.heard(), patient, openmrs.administrator, world);
});

test('trust03_without a yes nothing is sent, and the panel says which is lacking (C1)', async ({
  desk,
  engine,
  people,
  practice,
}) => {
  const patient = await people.someone(DIABETIC_HBA1C);
  await practice.grant(patient);
  const fold = new OutsideFold(desk.panel.root, engine.name);
  await desk.open(patient);
  await fold.open();

  await expect(fold.ask).toHaveAttribute('aria-disabled', 'true');
  await fold.says(
    'Needs the patient’s yes to services outside the practice. The patient has not been asked.',
  );
  await fold.ask.click({ force: true });
  await expect(fold.button('Send and ask')).toHaveCount(0);
  await practice.grantOutside(patient, 'external-processing');
  await fold.summary.click();
  await fold.summary.click();
  await expect(fold.ask).not.toHaveAttribute('aria-disabled');
  expect(await engine.room.asked()).toHaveLength(0);
});

test('trust17_an engine outside that fails, talks nonsense or is slow costs its own part only (E5, P3)', async ({
  desk,
  engine,
  people,
  practice,
}) => {
  test.setTimeout(120_000);
  const patient = await people.someone(TWO_FINDINGS);
  await practice.grant(patient);
  await practice.grantOutside(patient, 'external-processing');
  const { panel, page } = desk;
  const fold = new OutsideFold(panel.root, engine.name);
  await desk.open(patient);
  await expect(panel.open).toHaveCount(2);
  await fold.open();

  await engine.room.behave('fails');
  await fold.send();
  await fold.says(`${engine.name} did not finish: The engine failed.`);
  await engine.room.behave('garbage');
  await fold.send();
  await fold.says(`${engine.name} did not finish: The engine's answer is not`);
  await looksRight(page, 'outside-failed');

  await engine.room.behave('holds');
  await fold.send();
  await fold.says(`${engine.name} is being asked…`);
  await panel.card('blood pressure').accept();
  await panel.card('blood pressure').isDecided('Accepted', 'Astrid Nygaard');
  await fold.button('Cancel').click();
  await fold.says(`${engine.name}: cancelled.`);
  await expect(panel.open).toHaveCount(1);
  await engine.room.behave('answers');
  await fold.send();
  await fold.says(`${engine.name} added 1 suggestion.`);
});

test('a GP without a mouse asks an engine outside, or doesn’t (P4)', async ({
  desk,
  engine,
  page,
  people,
  practice,
}) => {
  const patient = await people.someone(DIABETIC_HBA1C);
  await practice.grant(patient);
  await practice.grantOutside(patient, 'external-processing');
  const { panel } = desk;
  const fold = new OutsideFold(panel.root, engine.name);
  await desk.open(patient);
  await expect(panel.open).toHaveCount(1);
  const keyboard = new Keyboard(page);

  await keyboard.reach(/^summary Ask an engine outside/);
  await keyboard.press('Enter');
  await keyboard.reach(new RegExp(`^button Ask ${engine.name}`));
  await keyboard.press('Enter');
  await expect(fold.button('Send and ask')).toBeVisible();
  await keyboard.press('Escape');
  await expect(fold.ask).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.reach(/^button Send and ask/);
  await keyboard.press('Enter');

  await fold.says(`${engine.name} added 1 suggestion.`);
  expect(await engine.room.asked()).toHaveLength(1);
});
