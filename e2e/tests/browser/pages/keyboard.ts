import type { Page } from '@playwright/test';

const FAR = 400;

/** Somebody who has no mouse: everything is reached by Tab and worked by Enter, Space and the arrows. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async reach(name: RegExp): Promise<void> {
    await this.step('Tab', name);
  }

  async reachBackwards(name: RegExp): Promise<void> {
    await this.step('Shift+Tab', name);
  }

  private async step(key: string, name: RegExp): Promise<void> {
    for (let steps = 0; steps < FAR; steps++) {
      if (name.test(await this.focused())) {
        return;
      }
      await this.press(key);
    }
    throw new Error(`${key} does not reach ${name} within ${FAR} steps`);
  }

  /** The role, if any, and the words of what has the focus, through shadow roots. */
  private async focused(): Promise<string> {
    return this.page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) {
        at = at.shadowRoot.activeElement;
      }
      const labels =
        at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels : undefined;
      const words = [...(labels ?? [])].map((label) => label.textContent).join(' ') || at?.textContent;
      return `${at?.tagName.toLowerCase() ?? ''} ${words ?? ''}`.replace(/\s+/g, ' ').trim();
    });
  }
}
