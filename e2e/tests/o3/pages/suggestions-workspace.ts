import { expect, type Locator, type Page } from '@playwright/test';
import { LABEL } from '../../browser/pages/card.js';

/** The workspace "AI support" of O3's side rail. */
export class SuggestionsWorkspace {
  readonly root: Locator;

  constructor(page: Page) {
    this.root = page.getByRole('region', { name: 'AI support' });
  }

  /** With the header that the shell gives it. */
  get workspace(): Locator {
    return this.root.locator('xpath=ancestor::div[header][1]');
  }

  get cards(): Locator {
    return this.root.getByRole('article');
  }

  /** Those that wait for an answer. */
  get open(): Locator {
    return this.cards.filter({ has: this.root.page().getByRole('button', { name: 'Accept', exact: true }) });
  }

  card(summary: string): SuggestionCard {
    // By its name: the words alone also stand in what other cards say about their engine.
    return new SuggestionCard(this.root.getByRole('article', { name: summary }));
  }

  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name });
  }

  /** The engines are done and the list is the one that came after. */
  async hasJudged(): Promise<void> {
    await expect(this.open.first()).toBeVisible();
    await expect(this.root).not.toContainText('Reading the record…');
  }

  async saysOff(why: string | RegExp): Promise<void> {
    await expect(this.root).toContainText('AI support is off.');
    await expect(this.root).toContainText(why);
    await expect(this.root).toContainText('Nothing is computed.');
  }
}

export class SuggestionCard {
  constructor(readonly root: Locator) {}

  /** What no suggestion may be without, decided or not (S3, S4). */
  async isComplete(): Promise<void> {
    await expect(this.root.getByText(LABEL, { exact: true }).filter({ visible: true }).first()).toBeVisible();
    await expect(this.root.getByText(/Speaks for it|No record cited/)).toBeVisible();
    await expect(
      this.root.getByText('Source', { exact: true }).filter({ visible: true }).first(),
    ).toBeVisible();
    await expect(
      this.root.getByText('Limits', { exact: true }).filter({ visible: true }).first(),
    ).toBeVisible();
    await expect(this.root.getByText(/About the engine (guidelines|note-coding)/)).toBeVisible();
  }

  /** Opens what stands behind Carbon's sign for AI. */
  async explain(): Promise<void> {
    await this.root.getByRole('button', { name: /what stands behind it/ }).click();
    await expect(this.root.getByRole('button', { name: 'About the engine' })).toBeVisible();
  }

  async accept(): Promise<void> {
    await this.root.getByRole('button', { name: 'Accept', exact: true }).click();
  }

  async reject(reason?: string): Promise<void> {
    if (reason) {
      await this.root
        .getByRole('combobox', { name: /^Reason for rejecting/ })
        .selectOption({ label: reason });
    }
    await this.root.getByRole('button', { name: 'Reject', exact: true }).click();
  }

  /** Something to write into the chart with accepting. */
  async tick(name: RegExp): Promise<void> {
    await this.root.getByRole('checkbox', { name }).press('Space');
  }

  /** Which encounter a diagnosis goes into. */
  get into(): Locator {
    return this.root.getByRole('combobox', { name: 'Encounter that it goes into' });
  }

  async isDecided(outcome: string, who: string): Promise<void> {
    await expect(this.root).toContainText(`${outcome} by ${who}`);
    await expect(this.root.getByText(LABEL, { exact: true }).filter({ visible: true }).first()).toBeVisible();
  }
}
