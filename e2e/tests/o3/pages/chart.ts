import { expect, type Locator, type Page } from '@playwright/test';
import type { Account } from '../../../src/rest/openmrs.js';
import type { Registered } from '../../support/people.js';
import { SuggestionsWorkspace } from './suggestions-workspace.js';

/** O3's patient chart, as a GP sees it. */
export class Chart {
  readonly suggestions: SuggestionsWorkspace;

  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    this.suggestions = new SuggestionsWorkspace(page);
  }

  /** By the server's own session: O3's login page is tried once, in a test of its own. */
  async logIn({ username, password }: Account): Promise<void> {
    const basic = Buffer.from(`${username}:${password}`).toString('base64');
    const answer = await this.page
      .context()
      .request.get(`${this.url}/ws/rest/v1/session`, { headers: { Authorization: `Basic ${basic}` } });
    expect(await answer.json()).toMatchObject({ authenticated: true });
  }

  async open({ uuid }: Registered, page = 'Patient Summary'): Promise<void> {
    await this.page.goto(`${this.url}/spa/patient/${uuid}/chart/${encodeURIComponent(page)}`);
    await expect(this.tag).toBeVisible({ timeout: 45_000 });
  }

  /** What the patient banner says about AI. */
  get tag(): Locator {
    return this.page.getByText(/^AI support: (yes|no|not asked|off.*)$/).first();
  }

  get railButton(): Locator {
    return this.page.locator('#omrs-workspaces-container').getByRole('button', { name: /^AI support/ });
  }

  async openSuggestions(): Promise<SuggestionsWorkspace> {
    await this.railButton.click();
    await expect(this.suggestions.root).toBeVisible();
    return this.suggestions;
  }
}
