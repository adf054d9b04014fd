import { expect, type Locator, type Page } from '@playwright/test';
import type { Registered } from '../../support/people.js';

/** The list of whom to ask again. */
export class Renewals {
  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {}

  get link(): Locator {
    return this.page.getByRole('link', { name: 'AI consent to renew' });
  }

  async isOpen(): Promise<void> {
    await expect(this.page).toHaveURL(`${this.url}/spa/ai-support/renewals`);
    await expect(this.page.getByRole('heading', { level: 1, name: 'AI consent to renew' })).toBeVisible({
      timeout: 45_000,
    });
  }

  rowOf({ name }: Registered): Locator {
    return this.page.getByRole('row', { name });
  }
}
