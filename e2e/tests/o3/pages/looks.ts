import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { pictureOf } from './pictures.js';
import { cutOff, settle, stickingOut } from './sight.js';

/** 1280 at 100, 200 and 400 % zoom: the last is what WCAG 1.4.10 asks for. */
const DESK = { width: 1280, height: 900 };
const ZOOMED = [DESK, { width: 640, height: 900 }, { width: 320, height: 640 }];
/** For a journey through many states: each is looked at in two themes and three sizes. */
export const LONG = 300_000;
const DARK = 'cds--g100';
const LOOKED_AT = 'data-looked-at';

/**
 * What a site with Carbon's dark theme has to give back: the shell paints some of Carbon's buttons in its brand's colour,
 * and the heads of tables in grey, which no theme changes. Its surfaces are left white: ours must not rest on them.
 */
const GIVEN_BACK = `
.${DARK} .cds--btn--primary:not(:hover) { background-color: var(--cds-button-primary); }
.${DARK} .cds--btn--tertiary { color: var(--cds-button-tertiary); border-color: var(--cds-button-tertiary); }
.${DARK} .cds--table-header-label { color: var(--cds-text-primary); }
.${DARK} .cds--btn--tertiary:is(:hover, :focus) { color: var(--cds-text-inverse); background-color: var(--cds-button-tertiary); }`;

/** What must hold of a screen of ours in whatever state: no violation in either theme, nothing lost at any zoom. */
export class Looks {
  constructor(
    private readonly page: Page,
    /** What stands in the shell's own tables is white, and as wide as they are. */
    private readonly inShellsTable = false,
  ) {}

  async areRight(state: string, root: Locator, frame = root): Promise<void> {
    await this.areReadable(state, root);
    for (const size of this.inShellsTable ? ZOOMED.slice(0, -1) : ZOOMED) {
      await this.page.setViewportSize(size);
      await settle(this.page);
      await expect(root).toBeVisible();
      const lost = [...(await stickingOut(root)), ...(await cutOff(root))];
      expect(lost, `${state} at ${size.width}`).toEqual([]);
      await pictureOf(this.page, { state, width: size.width, root, frame });
    }
    await this.page.setViewportSize(DESK);
    await settle(this.page);
  }

  /** For what is too small to change with the window. */
  async areReadable(state: string, root: Locator): Promise<void> {
    await settle(this.page);
    expect(await this.violations(root), state).toEqual([]);
    if (!this.inShellsTable) {
      await this.hasContrastInTheDark(state, root);
    }
  }

  private async hasContrastInTheDark(state: string, root: Locator): Promise<void> {
    const style = await this.page.addStyleTag({ content: GIVEN_BACK });
    await this.page.locator('html').evaluate((html, dark) => {
      html.classList.add(dark);
    }, DARK);
    await settle(this.page);
    expect(await this.violations(root, ['color-contrast']), `${state} in the dark`).toEqual([]);
    await this.page.locator('html').evaluate((html, dark) => {
      html.classList.remove(dark);
    }, DARK);
    await style.evaluate((element) => {
      (element as HTMLElement).remove();
    });
  }

  /** Only what is ours: the shell around it is not. */
  private async violations(root: Locator, rules: readonly string[] = []): Promise<unknown[]> {
    await root.evaluate((element, mark) => {
      element.setAttribute(mark, '');
    }, LOOKED_AT);
    const axe = new AxeBuilder({ page: this.page }).include(`[${LOOKED_AT}]`).setLegacyMode(true);
    const { violations } = await (rules.length > 0 ? axe.withRules([...rules]) : axe).analyze();
    await root.evaluate((element, mark) => {
      element.removeAttribute(mark);
    }, LOOKED_AT);
    return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 200))]);
  }
}
