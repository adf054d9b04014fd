import type { APIResponse, Page, Route } from '@playwright/test';

type Json = Readonly<Record<string, unknown>>;

/** The server's answer with its body, also where the page already has it and asks only for a newer one. */
export async function whole(route: Route): Promise<APIResponse> {
  const headers = Object.entries(route.request().headers());
  return route.fetch({ headers: Object.fromEntries(headers.filter(([name]) => name !== 'if-none-match')) });
}

/** From now on every run stays where it is until it is cancelled, as with an engine that hangs, or until what this returns is called. */
export async function holdRuns(page: Page): Promise<() => Promise<void>> {
  const runs = /\/aisupport\/run(\/|$)/;
  await page.route(runs, async (route) => {
    const status = route.request().method() === 'DELETE' ? 'CANCELLED' : 'RUNNING';
    const answer = await whole(route);
    const run = (await answer.json()) as Json;
    await route.fulfill({ response: answer, json: { ...run, status, finishedAt: undefined } });
  });
  return () => page.unroute(runs);
}

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
      const answer = await whole(route);
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
