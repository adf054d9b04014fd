import { expect, type Locator, type Page } from '@playwright/test';
import { HOOK, SERVICE } from '../../../src/outside/answers.js';
import { accountOf } from '../../../src/world/users.js';
import { Chart } from './chart.js';

/** The administrators' page, at its part about engines outside. */
export class OutsideEnginesPage {
  readonly root: Locator;
  readonly form: Locator;

  private constructor(readonly page: Page) {
    this.root = page.getByRole('main').getByRole('tabpanel', { name: 'Engines outside' });
    this.form = this.root.getByRole('form');
  }

  static async open(page: Page, url: string): Promise<OutsideEnginesPage> {
    await new Chart(page, url).logIn(accountOf('administrator'));
    await page.goto(`${url}/spa/ai-support`);
    await page.getByRole('main').getByRole('tab', { name: 'Engines outside' }).click();
    const opened = new OutsideEnginesPage(page);
    await expect(opened.root.getByRole('button', { name: 'Add an engine outside' })).toBeVisible();
    return opened;
  }

  engine(name: string): Locator {
    return this.root.getByRole('article', { name });
  }

  button(name: string, within = this.root): Locator {
    return within.getByRole('button', { name, exact: true });
  }

  /** A service of CDS Hooks that is given potassium and the age; not saved yet. */
  async fillIn(engine: { id: string; name: string; url: string }): Promise<void> {
    await this.button('Add an engine outside').press('Enter');
    await this.form.getByLabel('Name').fill(engine.name);
    await this.form.getByLabel('Short id').fill(engine.id);
    await this.form.getByLabel('Who makes it').fill('Made-up Support Ltd');
    await this.form.getByRole('radio', { name: 'Yes' }).press('Space');
    await this.form.getByLabel('Country').fill('Denmark');
    await this.form.getByLabel('How long it keeps data').fill('Thirty days');
    await this.form.getByRole('radio', { name: 'A service of CDS Hooks' }).press('Space');
    await this.form.getByLabel('Address of its server').fill(engine.url);
    await this.form.getByLabel('Id of the service').fill(SERVICE);
    await this.form.getByRole('radio', { name: HOOK }).press('Space');
    await this.form.getByRole('checkbox', { name: 'Serum potassium' }).press('Space');
    await this.form.getByRole('checkbox', { name: /^The age in years/ }).press('Space');
  }

  async save(): Promise<void> {
    await this.button('Save', this.form).press('Enter');
  }
}
