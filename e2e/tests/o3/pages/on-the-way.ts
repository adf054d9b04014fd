import type { Page } from '@playwright/test';

type Json = Readonly<Record<string, unknown>>;

/** What the server says to a page, held up or changed before it arrives; what another test does to the server can't be awaited. */
export class OnTheWay {
  constructor(
    private readonly page: Page,
    private readonly address: RegExp,
  ) {}

  /** Nothing arrives until what this returns is called. */
  async held(): Promise<() => void> {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await this.page.route(this.address, async (route) => {
      await released;
      await route.fallback();
    });
    return release;
  }

  async changed(change: (answer: Json) => Json): Promise<void> {
    await this.asItIs();
    await this.page.route(this.address, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: change((await answer.json()) as Json) });
    });
  }

  async failing(): Promise<void> {
    await this.asItIs();
    await this.page.route(this.address, (route) => route.fulfill({ status: 500, json: {} }));
  }

  async asItIs(): Promise<void> {
    await this.page.unroute(this.address);
  }
}
