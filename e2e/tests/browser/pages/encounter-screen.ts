import { type APIRequestContext, expect, type Page } from '@playwright/test';
import type { Account } from '../../../src/rest/openmrs.js';
import type { World } from '../../../src/world/settings.js';
import type { Patient } from '../../support/people.js';
import { Panel } from './panel.js';

/** The screen that a GP works on during an encounter, wherever the panel lives. */
export abstract class EncounterScreen {
  readonly panel: Panel;

  constructor(
    readonly page: Page,
    protected readonly url: string,
  ) {
    this.panel = new Panel(page);
  }

  abstract logIn(account: Account): Promise<void>;
  abstract open(patient: Patient): Promise<void>;

  /** Where somebody who may see no encounter meets the panel. */
  abstract openAtFrontDesk(patient: Patient): Promise<void>;

  static in(world: World, page: Page, openmrs: APIRequestContext): EncounterScreen {
    switch (world.kind) {
      case 'real':
        return new LegacyEncounterForm(page, world.url, openmrs);
      case 'sandbox':
        return new SimplePage(page, world.url);
    }
  }
}

/** OpenMRS's legacy encounter form, which shows the panel before the observations. */
class LegacyEncounterForm extends EncounterScreen {
  constructor(
    page: Page,
    url: string,
    private readonly openmrs: APIRequestContext,
  ) {
    super(page, url);
  }

  async logIn({ username, password }: Account): Promise<void> {
    await this.page.goto(`${this.url}/login.htm`);
    await this.page.locator('input[name=uname]').fill(username);
    await this.page.locator('input[name=pw]').fill(password);
    await this.page.locator('input[type=submit]').click();
    await expect(this.page.getByText(/Log out/i).first()).toBeVisible();
  }

  async open({ encounter }: Patient): Promise<void> {
    const response = await this.openmrs.get(`${this.url}/ws/rest/v1/encounter/${encounter}?v=custom:(id)`);
    const { id } = (await response.json()) as { id: number };
    await this.page.goto(`${this.url}/admin/encounters/encounter.form?encounterId=${id}`);
    await expect(this.panel.root).toBeAttached();
  }

  /** No legacy screen that a receptionist may open holds the panel, so it is put into one, as docs/installation.md says a site can. */
  async openAtFrontDesk({ uuid }: Patient): Promise<void> {
    await this.page.goto(`${this.url}/index.htm`);
    await this.page.evaluate(
      ([patient, base]) => {
        const panel = document.createElement('aisupport-panel');
        panel.setAttribute('patient', patient);
        panel.setAttribute('base', base);
        document.body.prepend(panel);
      },
      [uuid, new URL(this.url).pathname] as const,
    );
    await this.page.addScriptTag({
      type: 'module',
      url: `${this.url}/moduleResources/aisupport/panel/ai-panel.js`,
    });
    await expect(this.panel.root).toBeAttached();
  }
}

/** The sandbox's simple page: the record on the left, the panel beside it. */
class SimplePage extends EncounterScreen {
  async logIn({ username, password }: Account): Promise<void> {
    await this.page.goto(`${this.url}/simple/`);
    await this.page.getByLabel('Username').fill(username);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Log in' }).click();
    await expect(this.page.getByRole('button', { name: 'Log out' })).toBeVisible();
  }

  async open({ encounter }: Patient): Promise<void> {
    await this.show(`encounter/${encounter}`);
  }

  async openAtFrontDesk({ uuid }: Patient): Promise<void> {
    await this.show(`patient/${uuid}`);
  }

  private async show(place: string): Promise<void> {
    await this.page.goto(`${this.url}/simple/#/${place}`);
    await this.page.reload();
    await expect(this.panel.root).toBeAttached();
  }
}
