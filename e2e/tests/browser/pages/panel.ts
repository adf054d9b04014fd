import { expect, type Locator, type Page } from '@playwright/test';
import { Card } from './card.js';

export interface ConsentGiven {
  readonly decision: 'Yes' | 'No';
  readonly giver?: 'The patient' | 'A guardian' | 'A proxy';
  readonly method?: 'Spoken' | 'In writing' | 'Electronically';
}

/** The AI-suggestion panel as a GP meets it. */
export class Panel {
  readonly root: Locator;
  readonly form: Locator;

  constructor(page: Page) {
    this.root = page.locator('aisupport-panel');
    this.form = this.root.locator('aisupport-consent-form');
  }

  get cards(): Locator {
    return this.root.locator('aisupport-card');
  }

  /** Those that wait for an answer. */
  get open(): Locator {
    return this.cards.filter({ has: this.root.page().getByRole('button', { name: 'Accept' }) });
  }

  card(summary: string): Card {
    return new Card(this.cards.filter({ hasText: summary }));
  }

  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name });
  }

  async recordConsent({ decision, giver = 'The patient', method = 'Spoken' }: ConsentGiven): Promise<void> {
    await this.button('Record consent').click();
    await expect(this.form.getByRole('radio', { checked: true })).toHaveCount(0);
    await this.form.getByRole('radio', { name: new RegExp(`^${decision}`) }).check();
    await this.form.getByRole('radio', { name: giver }).check();
    await this.form.getByRole('radio', { name: method }).check();
    await this.form.getByRole('button', { name: 'Save' }).click();
    await expect(this.form).toHaveCount(0);
  }

  async withdraw(): Promise<void> {
    await this.button('Withdraw').click();
  }

  async saysOff(why: string | RegExp): Promise<void> {
    await expect(this.root).toContainText('AI support is off.');
    await expect(this.root).toContainText(why);
    await expect(this.root).toContainText('Nothing is computed.');
  }
}
