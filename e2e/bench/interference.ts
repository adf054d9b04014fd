import type { CDPSession, Page } from '@playwright/test';
import { OURS } from './stopwatch.js';
import type { Variant } from './variants.js';

/** The two lines that docs/o3.md has a site add to the page of O3. */
const OUR_LINES = /<script[^>]*\/moduleResources\/aisupport\/o3\/[^>]*><\/script>/g;

/**
 * Leaves out our module's lines, or holds its answers, between server and browser. By the browser's own protocol and not by
 * Playwright's routes, which would switch the browser's cache off. The shell's page goes this way in each variant, changed or not.
 */
export class Interference {
  private held: string[] = [];

  private constructor(
    private readonly browser: CDPSession,
    private readonly variant: Variant,
  ) {}

  static async on(page: Page, variant: Variant): Promise<Interference> {
    const browser = await page.context().newCDPSession(page);
    const interference = new Interference(browser, variant);
    browser.on('Fetch.requestPaused', (paused) => void interference.meet(paused));
    await browser.send('Fetch.enable', {
      patterns: [
        { resourceType: 'Document', requestStage: 'Response' },
        ...(variant.silent ? [{ urlPattern: `*/ws/rest/v1${OURS}*` }] : []),
      ],
    });
    return interference;
  }

  /** Lets go what was held, so that nothing of it reaches into the next measurement. */
  async end(): Promise<void> {
    await Promise.all(this.held.map((requestId) => this.proceed(requestId)));
    await this.browser.detach();
  }

  private async meet(paused: Paused): Promise<void> {
    if (paused.resourceType !== 'Document') {
      this.held.push(paused.requestId);
    } else if (paused.responseStatusCode === 200) {
      await this.fulfil(paused);
    } else {
      await this.proceed(paused.requestId);
    }
  }

  private async fulfil({ requestId, responseHeaders = [] }: Paused): Promise<void> {
    const { body, base64Encoded } = await this.browser.send('Fetch.getResponseBody', { requestId });
    const page = base64Encoded ? Buffer.from(body, 'base64').toString() : body;
    if (!page.match(OUR_LINES)) {
      throw new Error(
        'The page of O3 lacks the two lines of docs/o3.md: with and without could not be told apart.',
      );
    }
    const sent = this.variant.module ? page : page.replaceAll(OUR_LINES, '');
    await this.browser.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: responseHeaders.filter(({ name }) => !/^content-(length|encoding)$/i.test(name)),
      body: Buffer.from(sent).toString('base64'),
    });
  }

  private async proceed(requestId: string): Promise<void> {
    await this.browser.send('Fetch.continueRequest', { requestId });
  }
}

interface Paused {
  readonly requestId: string;
  readonly resourceType: string;
  readonly responseStatusCode?: number;
  readonly responseHeaders?: { name: string; value: string }[];
}
