import type { Page } from '@playwright/test';
import { expect, test } from './desk.js';

/** Playwright's browser has no printer: the call is counted, and what would be on the paper stays where it is. */
async function countPrints(page: Page): Promise<() => Promise<number>> {
  await page.context().addInitScript(() => {
    const top = window.top as Window & { prints?: number };
    window.print = () => {
      top.prints = (top.prints ?? 0) + 1;
    };
  });
  return () => page.evaluate(() => (window as { prints?: number }).prints ?? 0);
}

test('the leaflet to take home: its text, who receives data, the label, and nothing of the screen (C4, S4)', async ({
  as,
  chart,
  people,
}) => {
  const prints = await countPrints(chart.page);
  const patient = await people.someone();
  await chart.open(patient);
  const consent = await chart.openConsent();
  const { body } = await as.clinician.get<{ results: Sheet[] }>('/leaflet', { locale: 'en' });
  const leaflet = body.results.find(({ purpose }) => purpose === 'own-care');

  await consent.ownCare.getByRole('button', { name: 'Print the leaflet' }).click();

  await expect.poll(prints).toBe(1);
  const paper = chart.page.frameLocator('iframe[aria-hidden="true"]').locator('body');
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText(leaflet?.title ?? 'a leaflet');
  for (const words of [...(leaflet?.text ?? []), leaflet?.recipient, leaflet?.country, leaflet?.retention]) {
    await expect(paper).toContainText(words ?? 'nothing is left out');
  }
  await expect(paper).toContainText(leaflet?.sha256 ?? 'its fingerprint');
  await expect(paper).toContainText('support only. Your GP decides.');
  await expect(paper).not.toContainText(patient.name);
  await expect(paper.locator('a, button, nav')).toHaveCount(0);
});

test('the filled-in consent: what the patient said, how, to whom and after which text (C3, S4)', async ({
  chart,
  people,
  practice,
}) => {
  const prints = await countPrints(chart.page);
  const patient = await people.someone();
  await practice.grant(patient);
  const [event] = (await practice.overview(patient)).events ?? [];
  await chart.open(patient);
  const consent = await chart.openConsent();

  await consent.ownCare.getByRole('button', { name: 'Print this consent' }).click();

  await expect.poll(prints).toBe(1);
  const paper = chart.page.frameLocator('iframe[aria-hidden="true"]').locator('body');
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText('Consent to AI support');
  for (const words of [
    patient.name,
    'AI in this practice',
    'Yes',
    'The patient',
    'Spoken',
    'Astrid Nygaard',
  ]) {
    await expect(paper.locator('dl').first()).toContainText(words);
  }
  await expect(paper).toContainText(event?.leaflet?.sha256 ?? 'the fingerprint of what was told');
  await expect(paper).toContainText('You can say no at any time.');
  await expect(paper).toContainText('Signature');
  await expect(paper).toContainText('support only. Your GP decides.');
});

test('a second print is a second call, and the screen is as before (P2)', async ({
  chart,
  people,
  practice,
}) => {
  const prints = await countPrints(chart.page);
  const patient = await people.someone();
  await practice.grant(patient);
  await chart.open(patient);
  const consent = await chart.openConsent();
  const paper = chart.page.locator('iframe[aria-hidden="true"]');

  for (const time of [1, 2]) {
    await consent.ownCare.getByRole('button', { name: 'Print this consent' }).click();
    await expect.poll(prints).toBe(time);
    await paper.evaluate((frame: HTMLIFrameElement) =>
      frame.contentWindow?.dispatchEvent(new Event('afterprint')),
    );
    await expect(paper).toHaveCount(0);
  }
  await expect(consent.ownCare).toBeVisible();
});

interface Sheet {
  readonly purpose: string;
  readonly title: string;
  readonly text: readonly string[];
  readonly recipient: string;
  readonly country: string;
  readonly retention: string;
  readonly sha256: string;
}
