import { expect, type Locator } from '@playwright/test';

export const LABEL = 'AI suggestion – support only. Your GP decides.';

/** One suggestion on the screen. */
export class Card {
  constructor(readonly root: Locator) {}

  /** What no suggestion may be without, decided or not (S3, S4). */
  async isComplete(): Promise<void> {
    await expect(this.root).toContainText(LABEL);
    await expect(this.root.getByText(/Speaks for it|No record cited/)).toBeVisible();
    await expect(this.root.getByRole('listitem').filter({ hasText: /\d/ }).first()).toBeVisible();
    await expect(this.root.getByText('Source', { exact: true })).toBeVisible();
    await expect(this.root.getByText('Limits', { exact: true })).toBeVisible();
    await expect(this.root.getByText(/About the engine (guidelines|note-coding)/)).toBeVisible();
  }

  async accept(): Promise<void> {
    await this.root.getByRole('button', { name: 'Accept' }).click();
  }

  async reject(reason?: string): Promise<void> {
    if (reason) {
      await this.root.getByRole('combobox').selectOption({ label: reason });
    }
    await this.root.getByRole('button', { name: 'Reject' }).click();
  }

  async isDecided(outcome: string, who: string, year = String(new Date().getFullYear())): Promise<void> {
    const standing = this.root.locator('#standing');
    await expect(standing).toContainText(`${outcome} by ${who}`);
    await expect(standing).toContainText(year);
    await expect(this.root).toContainText(LABEL);
  }
}
