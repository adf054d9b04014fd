import { expect, test } from './desk.js';
import { Looks, LONG } from './pages/looks.js';

test('no state of O3’s consent violates WCAG, in either theme, up to 400 % zoom (P4)', async ({
  chart,
  people,
}) => {
  test.setTimeout(LONG);
  const looks = new Looks(chart.page);
  await chart.open(await people.someone());
  const consent = await chart.openConsent();
  const look = (state: string) => looks.areRight(`consent-${state}`, consent.root, consent.workspace);
  const lookAtTag = (state: string) => looks.areReadable(`tag-${state}`, chart.tagButton);
  await look('not-asked');
  await lookAtTag('not-asked');

  await consent.button('Record consent').click();
  await expect(consent.form.getByText('Read the leaflet')).toBeVisible();
  await look('form');
  await consent.choose('Yes', 'A guardian');
  await consent.button('Save').click();
  await expect(consent.form).toContainText('Give the name.');
  await look('form-mistakes');
  await consent.button('Close without saving').click();

  await consent.record('Yes');
  await expect(chart.tag).toHaveText('AI support: yes');
  await look('yes');
  await lookAtTag('yes');
  await expect(chart.tagButton).toHaveAccessibleDescription(/^Yes since/);
  await consent.button('It was recorded in error').click();
  await consent.button('Correct').click();
  await expect(consent.root).toContainText('Say what was recorded in error.');
  await look('correction');
  await consent.button('Cancel').click();

  await consent.button('Withdraw').click();
  await expect(consent.ownCare).toContainText('Nothing has left the practice.');
  await look('withdrawn');
  await lookAtTag('no');
  await consent.button('Undo').click();
  await expect(consent.ownCare).toContainText('Undone.');
  await consent.ownCareHeading.click();
  await look('history');
});

test('a consent that can’t be read violates no WCAG either, in the tag and in the workspace (P4)', async ({
  chart,
  people,
}) => {
  const { page, tag, consent } = chart;
  const looks = new Looks(page);
  await page.route(/\/aisupport\/consent\b/, (route) => route.fulfill({ status: 500, json: {} }));
  await chart.open(await people.someone());
  await expect(tag).toContainText('consent could not be read');
  await looks.areReadable('tag-unreadable', chart.tagButton);

  await tag.click();
  await expect(consent.root).toContainText('Until it can, that means no.');
  await looks.areRight('consent-unreadable', consent.root, consent.workspace);
});
