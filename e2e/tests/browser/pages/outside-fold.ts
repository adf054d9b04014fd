import { expect, type Locator } from '@playwright/test';

/** One engine outside, in the fold below the cards; the same words on the legacy page and in O3. */
export class OutsideFold {
  constructor(
    private readonly root: Locator,
    private readonly name: string,
  ) {}

  get summary(): Locator {
    return this.root.locator('summary').filter({ hasText: 'Ask an engine outside this practice' });
  }

  get engine(): Locator {
    return this.root.getByRole('group', { name: new RegExp(`^${this.name} by `) });
  }

  get ask(): Locator {
    return this.engine.getByRole('button', { name: `Ask ${this.name}` });
  }

  button(name: string): Locator {
    return this.engine.getByRole('button', { name });
  }

  async open(): Promise<void> {
    await this.summary.click();
    await expect(this.engine).toBeVisible();
  }

  /** What would leave is said, and sent. */
  async send(): Promise<void> {
    await this.ask.click();
    await this.button('Send and ask').click();
  }

  async says(words: string | RegExp): Promise<void> {
    await expect(this.engine).toContainText(words);
  }
}
