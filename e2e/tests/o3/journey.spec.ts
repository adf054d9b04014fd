import { expect, test } from './desk.js';

test('one encounter in O3: suggestions, two decisions, reload (P1, S3)', async ({
  chart,
  people,
  practice,
}) => {
  const patient = await people.someone();
  await practice.grant(patient);
  await chart.open(patient);
  await expect(chart.tag).toHaveText('AI support: yes');

  const workspace = await chart.openSuggestions();
  await expect(workspace.open).toHaveCount(2);
  await workspace.card('blood pressure').isComplete();
  await workspace.card('HbA1c').isComplete();
  await expect(chart.railButton).toHaveAccessibleName(/2 suggestions await your decision/);
  await workspace.card('blood pressure').accept();
  await workspace.card('blood pressure').isDecided('Accepted', 'Astrid Nygaard');
  await workspace.card('HbA1c').reject('The data it rests on is wrong');
  await workspace.card('HbA1c').isDecided('Rejected', 'Astrid Nygaard');
  await expect(chart.railButton).toHaveAccessibleName('AI support');

  await chart.open(patient);
  await chart.openSuggestions();
  await expect(workspace.open).toHaveCount(0);
});

test('a patient who was not asked: O3 says so, and nothing is computed (P6)', async ({
  chart,
  people,
  practice,
}) => {
  const patient = await people.someone();
  await chart.open(patient);
  await expect(chart.tag).toHaveText('AI support: not asked');

  const workspace = await chart.openSuggestions();

  await workspace.saysOff('The patient has not been asked.');
  const audit = await practice.audit(patient);
  expect(audit.map(({ kind }) => kind)).not.toContain('ENGINE_CALL_INTENT');
});

test('trust16_opening a chart opens no workspace, takes no focus and makes no sound (P2)', async ({
  chart,
  people,
  practice,
}) => {
  const patient = await people.someone();
  await practice.suggested(patient);

  await chart.open(patient);
  await expect(chart.railButton).toHaveAccessibleName(/2 suggestions await your decision/);

  await expect(chart.suggestions.root).toHaveCount(0);
  await expect(chart.page.getByRole('dialog')).toHaveCount(0);
  expect(await chart.page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  expect(await chart.page.locator('audio, video').count()).toBe(0);
});

test('who comes second is shown what the colleague decided (S2)', async ({ as, chart, people, practice }) => {
  const patient = await people.someone();
  const [suggestion] = await practice.suggested(patient);
  await chart.open(patient);
  const workspace = await chart.openSuggestions();
  await workspace.hasJudged();
  const card = workspace.card(suggestion.summary ?? '');

  const decision = { outcome: 'REJECTED', overrideReason: 'wrong-data' };
  await as['second clinician'].post(`/suggestion/${suggestion.uuid}/decision`, decision);
  await card.accept();

  await expect(card.root).toContainText('A colleague decided first. Nothing of yours was saved.');
  await card.isDecided('Rejected', 'Mikkel Friis');
});
