import { expect, type Locator, type Page } from '@playwright/test';

const FAR = 300;

/** A GP without a mouse: everything is reached by Tab, and what is reached is seen. */
export class Hands {
  constructor(private readonly page: Page) {}

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Says how many steps it took. */
  async reach(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<number> {
    await expect(target).toBeVisible();
    for (let steps = 0; steps < FAR; steps++) {
      if (await hasFocus(target)) {
        await this.isSeen(target);
        return steps;
      }
      await this.page.keyboard.press(key);
    }
    throw new Error(`${key} does not reach ${String(target)} within ${FAR} steps`);
  }

  async activate(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.reach(target, key);
    await this.press('Enter');
  }

  /** Whose control went is not back at the top of the page. */
  async areAt(place: Locator): Promise<void> {
    await expect(place).toBeFocused();
  }

  /** Inside the window, nothing on top of it, and with a ring around it (WCAG 2.4.7, 2.4.11). */
  private async isSeen(target: Locator): Promise<void> {
    const seen = await target.evaluate((element) => {
      const labelled = element instanceof HTMLInputElement && element.type === 'radio';
      const shown = labelled ? (element.labels?.[0] ?? element) : element;
      const { left, top, width, height } = shown.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      const parts = [shown, ...shown.querySelectorAll('*')].flatMap((part) =>
        [undefined, '::before', '::after'].map((pseudo) => getComputedStyle(part, pseudo)),
      );
      return {
        covered: !(hit && (shown.contains(hit) || hit.contains(shown))),
        ringed: parts.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none'),
      };
    });
    expect(seen, String(target)).toEqual({ covered: false, ringed: true });
  }
}

async function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}
