import type { Locator, Page } from '@playwright/test';
import { settle } from './sight.js';

/** `AISUPPORT_PICTURES=docs` makes those of the documentation anew; else all of them are made, for whoever looks. */
export const FOR_DOCS = process.env['AISUPPORT_PICTURES'] === 'docs';

export const FOLDER = FOR_DOCS ? '../docs/images/o3' : 'target/screenshots/o3';
const WIDTHS = [1280, 640];
const MARGIN = 16;
/** Longer ones show on the page what stands on it, not all of what can be scrolled to. */
const TALLEST = 1000;

/** One of each screen; the other states differ in a line. docs/screens.md shows them. */
const DOCUMENTED = new Set([
  'suggestions-not-asked',
  'suggestions-asking',
  'suggestions-open',
  'suggestions-ai-label',
  'suggestions-decided',
  'suggestions-hidden',
  'consent-not-asked',
  'consent-form',
  'consent-yes',
  'consent-withdrawn',
  'consent-history',
  'visit-summary',
  'administration-status',
  'administration-outside-switch-on',
  'awaiting-list',
  'renewals-list',
]);

interface Picture {
  readonly state: string;
  readonly width: number;
  readonly root: Locator;
  /** What is in the picture: the root, or what stands around it. */
  readonly frame: Locator;
}

/** Of the whole content, however long: the window grows until nothing has to be scrolled. */
export async function pictureOf(page: Page, { state, width, root, frame }: Picture): Promise<void> {
  if (!WIDTHS.includes(width) || (FOR_DOCS && !DOCUMENTED.has(state))) {
    return;
  }
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: await wholeHeight(root) });
  await settle(page);
  const end = (await endOf(root)) + MARGIN;
  const around = await frame.boundingBox();
  if (around) {
    const clip = { ...around, height: Math.min(around.height, end - around.y, TALLEST) };
    await page.screenshot({ path: `${FOLDER}/${state}-${width}.png`, clip, animations: 'disabled' });
  }
  await page.setViewportSize(before ?? { width, height: 900 });
}

async function wholeHeight(root: Locator): Promise<number> {
  return root.evaluate((element) => {
    const hidden = (at: Element): number => {
      const scrolls = !at.parentElement || ['auto', 'scroll'].includes(getComputedStyle(at).overflowY);
      const here = scrolls ? at.scrollHeight - at.clientHeight : 0;
      return here > 0 || !at.parentElement ? here : hidden(at.parentElement);
    };
    return innerHeight + hidden(element);
  });
}

/** Where what can be seen of it ends, which may be well above its edge. */
async function endOf(root: Locator): Promise<number> {
  return root.evaluate((element) => {
    const seen = [...element.querySelectorAll('*')].filter(({ clientHeight }) => clientHeight > 1);
    const last = [...element.children].filter(({ clientHeight }) => clientHeight > 1).at(-1);
    const popover = seen.filter((one) => one.matches('.cds--popover--open .cds--popover-content'));
    return Math.max(...[last ?? element, ...popover].map((one) => one.getBoundingClientRect().bottom));
  });
}
