import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const SHOTS = 'target/screenshots';
const WIDTHS = [1280, 640] as const;

export async function hasNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('aisupport-panel').analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
}

/** Nothing sticks out, nothing violates WCAG; and a picture for people to look at. */
export async function looksRight(page: Page, state: string): Promise<void> {
  await hasNoViolations(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const panel = page.locator('aisupport-panel');
    const overflow = await panel.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow, `${state} at ${width}`).toBeLessThanOrEqual(0);
    await page.screenshot({
      path: `${SHOTS}/${test.info().project.name}-${state}-${width}.png`,
      fullPage: true,
    });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}
