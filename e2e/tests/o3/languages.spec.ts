import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './desk.js';
import { standInOneRow } from './pages/sight.js';

interface Tongue {
  readonly locale: string;
  readonly name: string;
  readonly label: string;
}

/** The label is the server's and so written down here; the other words are looked up in what the module brings. */
const TONGUES: readonly Tongue[] = [
  {
    locale: 'da',
    name: 'Danish',
    label: 'AI-forslag – kun en støtte. Din læge bestemmer.',
  },
  {
    locale: 'fr',
    name: 'French',
    label: 'Suggestion de l’IA – une aide seulement. Votre médecin décide.',
  },
  {
    locale: 'es',
    name: 'Spanish',
    label: 'Sugerencia de IA: solo un apoyo. Su médico decide.',
  },
  {
    locale: 'pt',
    name: 'Portuguese',
    label: 'Sugestão de IA – apenas um apoio. O seu médico decide.',
  },
];

for (const { locale, name, label } of TONGUES) {
  test(`O3 in ${name}: tag, suggestions, label, dates and consent, and no English of ours (P5, S4)`, async ({
    chart,
    people,
    practice,
    world,
  }) => {
    const word = wordsIn(locale);
    const patient = await people.someone();
    await practice.suggested(patient);
    await speak(chart.page, world.url, locale);
    const page = chart.page;

    await chart.goTo(patient);
    await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${locale}`));
    const tag = page.getByRole('button', { name: word('tagYes'), exact: true });
    await expect(tag).toBeVisible({ timeout: 45_000 });

    await page
      .locator('#omrs-workspaces-container')
      .getByRole('button', { name: word('title') })
      .click();
    const panel = page.getByRole('region', { name: word('title') });
    await expect(panel.getByRole('button', { name: word('accept'), exact: true })).toHaveCount(2);
    await expect(panel.getByRole('option', { name: word('reasonWrongData') }).first()).toBeAttached();
    await standInOneRow(panel.getByRole('article').first(), [
      word('accept'),
      word('reject'),
      word('editWording'),
      word('writeIntoChart'),
    ]);
    const labels = panel.getByText(label, { exact: true }).filter({ visible: true });
    expect(await labels.count()).toBeGreaterThanOrEqual(2);
    await expect(panel).toContainText(dayIn(locale));
    await hasNoEnglishOf(panel, locale);

    await tag.click();
    const consent = page.getByRole('group', { name: word('purposeOwnCare') });
    await expect(consent.getByRole('button', { name: word('printLeaflet') })).toBeVisible();
    await expect(consent).toContainText(dayIn(locale));
    await hasNoEnglishOf(page.locator('#omrs-workspaces-container'), locale);
  });

  test(`O3 in ${name}: who awaits a decision, and whom to ask again, and no English of ours (P5, S7, C7)`, async ({
    chart,
    people,
    practice,
    world,
  }) => {
    const word = wordsIn(locale);
    const patient = await people.someone();
    await practice.suggested(patient);
    const ending = await people.someone([]);
    await practice.grantForAnHour(ending);
    await speak(chart.page, world.url, locale);
    for (const [path, title, why] of [
      ['awaiting', 'awaitingTitle', 'indicatorWarning'],
      ['renewals', 'renewalTitle', 'renewalEnds'],
    ] as const) {
      await chart.page.goto(`${world.url}/spa/ai-support/${path}`);
      const main = chart.page.getByRole('main');
      await expect(main.getByRole('heading', { level: 1, name: word(title) })).toBeVisible({
        timeout: 45_000,
      });
      await expect(main.getByRole('row', { name: word(why) }).first()).toBeVisible();
      await expect(main).toContainText(dayIn(locale));
      await hasNoEnglishOf(main, locale);
    }
  });
}

/**
 * As O3 itself takes it: from the session. Its dialog for the language stores a property of the user, which OpenMRS grants no GP, and
 * which the sessions of the other tests would share.
 */
async function speak(page: Page, url: string, locale: string): Promise<void> {
  const answer = await page.context().request.post(`${url}/ws/rest/v1/session`, { data: { locale } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** What O3 makes of today in that language. */
function dayIn(locale: string): RegExp {
  const year = String(new Date().getFullYear());
  const month = new Intl.DateTimeFormat(locale, { month: 'short' }).format(new Date()).replace('.', '');
  return new RegExp(`\\b${month}\\b.{0,5}${year}`, 'i');
}

/** No line of it is an English text of ours that this language says otherwise; what engines say of the record is theirs. */
async function hasNoEnglishOf(part: Locator, locale: string): Promise<void> {
  const words = translations(locale);
  const english = Object.entries(translations('en'))
    .filter(([key, text]) => text !== words[key] && !text.includes('{{'))
    .map(([, text]) => text);
  const lines = (await part.innerText()).split('\n').map((line) => line.trim());
  expect(lines.length, 'something is there to be read').toBeGreaterThan(5);
  expect(lines.filter((line) => english.includes(line))).toEqual([]);
}

/** A word that is missing would match any name. */
function wordsIn(locale: string): (key: string) => string {
  const words = translations(locale);
  return (key) => words[key] ?? `no ${key} in ${locale}`;
}

function translations(locale: string): Readonly<Record<string, string>> {
  const file = `../frontend/esm-aisupport-app/translations/${locale}.json`;
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}
