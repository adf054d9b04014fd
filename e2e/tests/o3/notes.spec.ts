import { BURNING_NOTE } from '../support/people.js';
import { expect, test } from './desk.js';

test('trust22_O3 marks in the note what it was read by, and calls it no diagnosis (E2, S3)', async ({
  chart,
  people,
  practice,
}) => {
  test.setTimeout(300_000);
  await practice.notesCanBeRead();
  const patient = await people.someone(BURNING_NOTE);
  await practice.grant(patient);
  await chart.open(patient);

  const workspace = await chart.openSuggestions();

  const card = workspace.card('Urinary tract infection');
  await card.isComplete();
  await expect(card.root).toContainText('similar wording, not a diagnosis');
  await expect(card.root.locator('mark')).toHaveText(/^“Burning when passing urine.*”$/);
  await chart.page.screenshot({ path: 'target/screenshots/o3/notes.png' });
});
