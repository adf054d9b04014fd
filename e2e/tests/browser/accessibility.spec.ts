import { SEVERE_PRESSURE, TWO_FINDINGS } from '../support/people.js';
import { looksRight } from './accessibility.js';
import { Keyboard } from './pages/keyboard.js';
import { expect, test } from './desk.js';

test('no state of the panel violates WCAG, at 1280 and at 640 pixels (P4)', async ({
  desk,
  people,
  world,
}) => {
  test.setTimeout(120_000);
  const { panel, page } = desk;
  const patient = await people.someone([...TWO_FINDINGS.slice(-1), ...SEVERE_PRESSURE]);
  await desk.open(patient);
  await panel.saysOff('The patient has not been asked.');
  await looksRight(page, `${world.kind}-not-asked`);

  await panel.button('Record consent').click();
  await panel.form.getByRole('radio', { name: /^Yes/ }).check();
  await panel.form.getByRole('radio', { name: 'A guardian' }).check();
  await panel.form.getByRole('button', { name: 'Save' }).click();
  await looksRight(page, `${world.kind}-form`);

  await panel.form.getByRole('button', { name: 'Close without saving' }).click();
  await panel.recordConsent({ decision: 'Yes' });
  await expect(panel.open).toHaveCount(2);
  await looksRight(page, `${world.kind}-suggestions`);

  await panel.card('HbA1c').accept();
  await panel.card('HbA1c').isDecided('Accepted', 'Astrid Nygaard');
  await looksRight(page, `${world.kind}-decided`);

  await panel.withdraw();
  await panel.saysOff(/withdrew/);
  await looksRight(page, `${world.kind}-withdrawn`);

  await panel.button('Undo').click();
  await expect(panel.root).toContainText('Undone.');
  await expect(panel.open).toHaveCount(1);
  await looksRight(page, `${world.kind}-undone`);
});

test('a GP without a mouse can do all of it (P4)', async ({ desk, people, page }) => {
  const patient = await people.someone(SEVERE_PRESSURE);
  const { panel } = desk;
  await desk.open(patient);
  await panel.saysOff('The patient has not been asked.');
  const keyboard = new Keyboard(page);

  await keyboard.reach(/^button Record consent/);
  await keyboard.press('Enter');
  await keyboard.reach(/^input Yes/);
  await keyboard.press('Space');
  await keyboard.reach(/^input The patient/);
  await keyboard.press('Space');
  await keyboard.reach(/^input Spoken/);
  await keyboard.press('Space');
  await keyboard.reach(/^button Save/);
  await keyboard.press('Enter');
  await expect(panel.open).toHaveCount(1);

  await keyboard.reach(/^button Reject/);
  await keyboard.press('Enter');
  await expect(panel.root).toContainText('Choose a reason first');
  await keyboard.reach(/^select Reason for rejecting/);
  await keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Tab');
  await keyboard.reach(/^button Reject/);
  await keyboard.press('Enter');
  await panel.card('severe').isDecided('Rejected', 'Astrid Nygaard');

  await keyboard.reach(/^button Undo/);
  await keyboard.press('Enter');
  await expect(panel.open).toHaveCount(1);

  await keyboard.reachBackwards(/^button Withdraw/);
  await keyboard.press('Enter');
  await panel.saysOff(/The patient withdrew/);
  await keyboard.reach(/^button Undo/);
  await keyboard.press('Enter');
  await expect(panel.open).toHaveCount(1);
});
