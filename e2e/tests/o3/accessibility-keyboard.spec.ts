import { SEVERE_PRESSURE, DIABETIC_HBA1C } from '../support/people.js';
import { expect, test } from './desk.js';
import { Hands } from './pages/hands.js';

/** Stops of Tab that nobody minds. */
const NEAR = 6;

test('a GP without a mouse reads, accepts, undoes and rejects in O3, and never loses the place (P4)', async ({
  chart,
  people,
  practice,
}) => {
  const { page, suggestions, railButton } = chart;
  const hands = new Hands(page);
  const patient = await people.someone([...SEVERE_PRESSURE, ...DIABETIC_HBA1C]);
  await practice.suggested(patient);
  await chart.open(patient);

  await hands.reach(railButton, 'Shift+Tab');
  await hands.press('Enter');
  await suggestions.hasJudged();
  await hands.areAt(suggestions.root);

  const severe = suggestions.card('severe').root;
  const mild = suggestions.card('HbA1c').root;
  const button = (card: typeof mild, name: string | RegExp) => card.getByRole('button', { name });
  expect(await hands.reach(button(severe, /what stands behind it/))).toBeLessThan(NEAR);
  await hands.press('Enter');
  await hands.activate(button(severe, 'About the engine'));
  await expect(severe).toContainText('Intended use');
  await hands.areAt(severe.locator('summary', { hasText: 'About the engine' }));

  await hands.activate(button(mild, 'Accept'));
  await hands.areAt(mild.getByText(/^Accepted by/));
  await hands.reach(mild.locator('summary', { hasText: 'Why' }));
  await hands.press('Space');
  await expect(mild.getByText('Speaks for it')).toBeVisible();
  await hands.activate(button(mild, 'Undo'), 'Shift+Tab');
  await hands.areAt(mild.getByRole('heading', { level: 3 }));

  await hands.activate(button(severe, 'Reject'), 'Shift+Tab');
  await hands.areAt(severe.getByRole('combobox', { name: /^Reason for rejecting/ }));
  await hands.press('ArrowDown');
  await page.screenshot({ path: 'target/screenshots/o3/keyboard-reason.png' });
  await hands.activate(button(severe, 'Reject'), 'Shift+Tab');
  await hands.areAt(severe.getByText(/^Rejected by/));

  await hands.activate(suggestions.workspace.getByRole('button', { name: 'Close' }), 'Shift+Tab');
  await expect(suggestions.root).toHaveCount(0);
  await hands.areAt(railButton);
});

test('a GP without a mouse records, withdraws and undoes a consent in O3 (P4, C5)', async ({
  chart,
  people,
}) => {
  const hands = new Hands(chart.page);
  await chart.open(await people.someone());
  await hands.reach(chart.tagButton);
  await hands.press('Enter');
  const consent = chart.consent;
  const standing = consent.ownCare.locator('[data-refuge=standing]');
  await hands.areAt(consent.root);

  expect(await hands.reach(consent.button('Record consent'))).toBeLessThan(NEAR);
  await hands.press('Enter');
  await hands.areAt(consent.form.getByRole('heading', { name: /^Record consent/ }));
  await hands.activate(consent.button('Save'));
  await hands.areAt(consent.form.getByRole('radio', { name: 'Yes' }));
  for (const answer of ['Yes', 'The patient', 'Spoken']) {
    await hands.reach(consent.form.getByRole('radio', { name: answer, exact: true }));
    await hands.press('Space');
  }
  await hands.activate(consent.button('Save'));
  await hands.areAt(standing);
  await expect(chart.tag).toHaveText('AI support: yes');

  await hands.activate(consent.button('Withdraw'));
  await hands.areAt(standing);
  await expect(chart.tag).toHaveText('AI support: no');
  await hands.activate(consent.button('Undo'));
  await hands.areAt(standing);
  await expect(chart.tag).toHaveText('AI support: yes');

  await hands.activate(consent.workspace.getByRole('button', { name: 'Close' }), 'Shift+Tab');
  await expect(consent.ownCare).toHaveCount(0);
  await hands.areAt(chart.tagButton);
});
