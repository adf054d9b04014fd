import { expect, type Locator, type Page } from '@playwright/test';

/** The workspace "Consent to AI", at the purpose that GPs are asked about first. */
export class ConsentWorkspace {
  readonly ownCare: Locator;
  readonly form: Locator;

  constructor(private readonly page: Page) {
    this.ownCare = page.getByRole('group', { name: 'AI in this practice' });
    this.form = page.getByRole('form', { name: /^Record consent/ });
  }

  /** With the header that the shell gives it. */
  get workspace(): Locator {
    return this.root.locator('xpath=ancestor::div[header][1]');
  }

  /** All of ours in it: the workspace without the shell's header. */
  get root(): Locator {
    return this.page.getByRole('region', { name: 'Consent to AI' });
  }

  /** Folds and unfolds the first purpose. */
  get ownCareHeading(): Locator {
    return this.button(/^AI in this practice/);
  }

  button(name: string | RegExp): Locator {
    return this.page.locator('#omrs-workspaces-container').getByRole('button', { name });
  }

  async choose(...answers: readonly string[]): Promise<void> {
    for (const answer of answers) {
      await this.page.getByRole('radio', { name: answer, exact: true }).press('Space');
    }
  }

  async record(decision: 'Yes' | 'No'): Promise<void> {
    await this.button('Record consent').click();
    await expect(this.page.getByRole('radio', { checked: true })).toHaveCount(0);
    await this.choose(decision, 'The patient', 'Spoken');
    await this.button('Save').click();
    await expect(this.button('Save')).toHaveCount(0);
  }
}
