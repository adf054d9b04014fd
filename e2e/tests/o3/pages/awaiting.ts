import { expect, type Locator, type Page } from '@playwright/test';
import type { Registered } from '../../support/people.js';

/** The list of what awaits the GP's decision, over all patients. */
export class Awaiting {
  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {}

  get link(): Locator {
    return this.page.getByRole('link', { name: 'AI suggestions awaiting your decision' });
  }

  get filter(): Locator {
    return this.page.getByRole('main').getByRole('combobox', { name: 'Patient' });
  }

  async isOpen(): Promise<void> {
    await expect(this.page).toHaveURL(
      (address) => address.href.split('?')[0] === `${this.url}/spa/ai-support/awaiting`,
    );
    await expect(this.page.getByRole('heading', { level: 1, name: 'Awaiting your decision' })).toBeVisible({
      timeout: 45_000,
    });
  }

  /** Of some of the patients, in the order of the list. */
  rowsOf(...patients: readonly Registered[]): Locator {
    return this.page.getByRole('row', { name: new RegExp(patients.map(({ name }) => name).join('|')) });
  }

  async counts(words: string): Promise<void> {
    await expect(this.page.getByText(words, { exact: true })).toBeVisible();
  }
}
