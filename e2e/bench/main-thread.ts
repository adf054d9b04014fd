import type { CDPSession, Page } from '@playwright/test';

/** What scripts, styles and painting cost the page's only thread, in time on a processor: what else runs here hardly counts. */
export class MainThread {
  private constructor(
    private readonly browser: CDPSession,
    private readonly before: number,
  ) {}

  static async watch(page: Page): Promise<MainThread> {
    const browser = await page.context().newCDPSession(page);
    await browser.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new MainThread(browser, await busyMillis(browser));
  }

  async busy(): Promise<number> {
    return (await busyMillis(this.browser)) - this.before;
  }
}

async function busyMillis(browser: CDPSession): Promise<number> {
  const { metrics } = await browser.send('Performance.getMetrics');
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}
