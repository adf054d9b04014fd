import { expect, type Locator, type Page } from '@playwright/test';
import type { Account } from '../../../src/rest/openmrs.js';
import type { Registered } from '../../support/people.js';
import { ConsentWorkspace } from './consent-workspace.js';
import { SuggestionsWorkspace } from './suggestions-workspace.js';

/** O3's patient chart, as a GP sees it. */
export class Chart {
  readonly suggestions: SuggestionsWorkspace;
  readonly consent: ConsentWorkspace;

  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    this.suggestions = new SuggestionsWorkspace(page);
    this.consent = new ConsentWorkspace(page);
  }

  /** By the server's own session: O3's login page is tried once, in a test of its own. */
  async logIn({ username, password }: Account): Promise<void> {
    const basic = Buffer.from(`${username}:${password}`).toString('base64');
    const answer = await this.page
      .context()
      .request.get(`${this.url}/ws/rest/v1/session`, { headers: { Authorization: `Basic ${basic}` } });
    expect(await answer.json()).toMatchObject({ authenticated: true });
  }

  async logInByHand(account: Account): Promise<void> {
    await this.page.goto(`${this.url}/spa/login`);
    await this.logInHere(account);
  }

  /** On the login page, wherever that came from. */
  async logInHere({ username, password }: Account): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Username' }).fill(username);
    await this.page.getByRole('button', { name: 'Continue' }).click();
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Log in' }).click();
    // Where there is more than one place to work at, O3 asks for it.
    await expect(async () => {
      const place = this.page.getByRole('radio').first();
      if (await place.isVisible()) {
        await place.press('Space', { timeout: 1_000 });
        await this.page.getByRole('button', { name: 'Confirm' }).click({ timeout: 1_000 });
      }
      expect(this.page.url()).not.toMatch(/\/login/);
    }).toPass();
  }

  async goTo({ uuid }: Registered, page = 'Patient Summary'): Promise<void> {
    await this.page.goto(`${this.url}/spa/patient/${uuid}/chart/${encodeURIComponent(page)}`);
  }

  async open(patient: Registered, page?: string): Promise<void> {
    await this.goTo(patient, page);
    await expect(this.tag).toBeVisible({ timeout: 45_000 });
  }

  /** What the patient banner says about AI. */
  get tag(): Locator {
    return this.page.getByText(/^AI support: (yes|no|not asked|off.*)$/).first();
  }

  /** Where it is pressed. */
  get tagButton(): Locator {
    return this.tag.locator('xpath=ancestor::button');
  }

  get railButton(): Locator {
    return this.page.locator('#omrs-workspaces-container').getByRole('button', { name: /^AI support/ });
  }

  async openConsent(): Promise<ConsentWorkspace> {
    await this.tag.click();
    await expect(this.consent.ownCare).toBeVisible();
    return this.consent;
  }

  async openSuggestions(): Promise<SuggestionsWorkspace> {
    await this.railButton.click();
    await expect(this.suggestions.root).toBeVisible();
    // The icon's tooltip lies over what is beside it for as long as the mouse rests there.
    await this.page.mouse.move(0, 0);
    return this.suggestions;
  }

  /** On the page "Visits", of the newest visit. */
  async openVisitTab(): Promise<void> {
    await this.page.getByRole('button', { name: 'Expand current row' }).first().click();
    await this.page.getByRole('tab', { name: 'AI support' }).first().click();
    await expect(this.suggestions.root).toBeVisible();
  }

  /** By O3's own menu and dialog, which stays where the server refuses. */
  async endVisit(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Actions', exact: true }).click();
    await this.page.getByRole('menuitem', { name: 'End active visit' }).click();
    const dialog = this.page.getByRole('dialog').filter({ hasText: 'end this active visit' });
    await dialog.getByRole('button', { name: 'End Visit' }).click();
    return dialog;
  }

  snackbar(title: string): Locator {
    return this.page.locator('.omrs-snackbars-container').getByRole('alertdialog').filter({ hasText: title });
  }

  /** By O3's own form, in the open visit. */
  async recordBloodPressure(systolic: number, diastolic: number): Promise<void> {
    await this.page.getByRole('button', { name: 'Record vitals' }).click();
    await this.page.getByRole('spinbutton', { name: 'systolic' }).fill(String(systolic));
    await this.page.getByRole('spinbutton', { name: 'diastolic' }).fill(String(diastolic));
    await this.page.getByRole('button', { name: 'Save and close' }).click();
    await expect(this.page.getByRole('spinbutton', { name: 'systolic' })).toHaveCount(0);
  }

  /** O3's page of the patient's visits, with the newest one unfolded at what the module has to say about it. */
  async openVisitSummary(patient: Registered): Promise<Locator> {
    await this.open(patient, 'Visits');
    await this.page.getByRole('button', { name: 'Expand current row' }).first().click();
    await this.page.getByRole('tab', { name: 'AI support' }).first().click();
    const tab = this.page.getByRole('tabpanel').getByRole('region', { name: 'AI support' }).first();
    await expect(tab).toBeVisible();
    return tab;
  }
}
