import type { APIResponse, Page, Route } from '@playwright/test';

type Json = Readonly<Record<string, unknown>>;
type Handler = (route: Route) => Promise<void>;

/** The server's answer with its body, also where the page already has it and asks only for a newer one. */
export async function whole(route: Route): Promise<APIResponse> {
  const headers = Object.entries(route.request().headers());
  return route.fetch({ headers: Object.fromEntries(headers.filter(([name]) => name !== 'if-none-match')) });
}

/**
 * From now on every run stays where it is until it is cancelled, as with an engine that hangs, or until what this returns is called.
 * The way itself stays: were it taken away while an answer is on it, the browser would answer too, and the test would fail.
 */
export async function holdRuns(page: Page): Promise<() => void> {
  let held = true;
  await page.route(/\/aisupport\/run(\/|$)/, async (route) => {
    if (!held) {
      return route.fallback();
    }
    const status = route.request().method() === 'DELETE' ? 'CANCELLED' : 'RUNNING';
    const answer = await whole(route);
    const run = (await answer.json()) as Json;
    return route.fulfill({ response: answer, json: { ...run, status, finishedAt: undefined } });
  });
  return () => {
    held = false;
  };
}

/** What the server says to a page, held up or changed before it arrives; what another test does to the server can't be awaited. */
export class OnTheWay {
  private handle: Handler = (route) => route.fallback();
  private placed: Promise<unknown> | undefined;

  constructor(
    private readonly page: Page,
    private readonly address: RegExp,
  ) {}

  /** Nothing arrives until what this returns is called. */
  async held(): Promise<() => void> {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const before = this.handle;
    await this.by(async (route) => {
      await released;
      await before(route);
    });
    return release;
  }

  async changed(change: (answer: Json) => Json): Promise<void> {
    await this.by(async (route) => {
      const answer = await whole(route);
      await route.fulfill({ response: answer, json: change((await answer.json()) as Json) });
    });
  }

  async failing(): Promise<void> {
    await this.by((route) => route.fulfill({ status: 500, json: {} }));
  }

  async asItIs(): Promise<void> {
    await this.by((route) => route.fallback());
  }

  /** Placed once and never taken away, for the reason that {@link holdRuns} tells. */
  private async by(handle: Handler): Promise<void> {
    this.handle = handle;
    this.placed ??= this.page.route(this.address, (route) => this.handle(route));
    await this.placed;
  }
}
