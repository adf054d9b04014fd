import { expect, type Locator, type Page } from '@playwright/test';

/** The workspace "Consent to AI", at the purpose that GPs are asked about first. */
export class ConsentWorkspace {
  readonly ownCare: Locator;
  readonly form: Locator;

  constructor(private readonly page: Page) {
    this.ownCare = page.getByRole('group', { name: 'AI in this practice' });
    this.form = page.getByRole('form', { name: /^Record consent/ });
  }

  button(name: string | RegExp): Locator {
    return this.page.locator('#omrs-workspaces-container').getByRole('button', { name });
  }

  async record(decision: 'Yes' | 'No'): Promise<void> {
    await this.button('Record consent').click();
    await expect(this.page.getByRole('radio', { checked: true })).toHaveCount(0);
    for (const answer of [decision, 'The patient', 'Spoken']) {
      await this.page.getByRole('radio', { name: answer, exact: true }).press('Space');
    }
    await this.button('Save').click();
    await expect(this.button('Save')).toHaveCount(0);
  }
}
