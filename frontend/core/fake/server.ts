import { Clinic } from './clinic';
import { ALL_PRIVILEGES, ENGINE } from './data';
import { COVERAGE, type Installation, STATUS } from './installation';
import { type Asked, full, type Route, routes } from './routes';
import { Refusal } from './refusal';

/** One exchange, as the contract test checks it: the operation's id in openapi.yaml, and what went over the wire. */
export interface Exchange {
  readonly operation: string;
  readonly request: unknown;
  readonly status: number;
  readonly response: unknown;
}

/** The server of the contract, in memory and behind fetch. */
export class FakeServer {
  readonly clinic = new Clinic();
  engine = ENGINE;
  installation: Installation = { coverage: COVERAGE, status: STATUS };
  readonly calls: { method: string; path: string; body: unknown; headers: Headers }[] = [];
  privileges: string[] = [...ALL_PRIVILEGES];
  roles: string[] = [];
  authenticated = true;
  provider: { uuid: string } | null = { uuid: 'prov-doctor' };
  down = false;
  /** Answers are late by this much; the demo shows what waiting looks like. */
  latency = 0;
  onExchange: (exchange: Exchange) => void = () => undefined;
  private readonly tags = new Map<string, string>();
  private held: { pattern: RegExp; open: Promise<void>; times: number }[] = [];
  private faults: { pattern: RegExp; status: number; code: string }[] = [];

  /** The server acts, but its answers to calls whose "METHOD path" matches wait until the returned function is called. */
  hold(pattern: RegExp, times = Infinity): () => void {
    let release: () => void = () => undefined;
    const open = new Promise<void>((resolve) => {
      release = resolve;
    });
    const entry = { pattern, open, times };
    this.held.push(entry);
    return () => {
      this.held = this.held.filter((other) => other !== entry);
      release();
    };
  }

  /** Calls that match are refused, until heal. */
  fail(pattern: RegExp, status: number, code = 'INTERNAL'): void {
    this.faults.push({ pattern, status, code });
  }

  heal(): void {
    this.faults = [];
    this.down = false;
  }

  count(pattern: RegExp): number {
    return this.calls.filter(({ method, path }) => pattern.test(`${method} ${path}`)).length;
  }

  bodies(pattern: RegExp): unknown[] {
    return this.calls.filter(({ method, path }) => pattern.test(`${method} ${path}`)).map(({ body }) => body);
  }

  readonly fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(String(input instanceof Request ? input.url : input), 'http://localhost');
    const method = init.method ?? 'GET';
    const path = url.pathname.replace(/^.*\/ws\/rest\/v1\//, '');
    const body: unknown =
      typeof init.body === 'string' ? JSON.parse(escapedAsByLegacyUi(init.body)) : undefined;
    this.calls.push({ method, path, body, headers: new Headers(init.headers) });
    if (this.down) {
      throw new TypeError('Failed to fetch');
    }
    const answer = this.answer(
      { method, path, query: url.searchParams, body },
      new Headers(init.headers).get('If-None-Match'),
    );
    await this.delay(`${method} ${path}`, init.signal);
    return answer;
  };

  private async delay(call: string, signal: AbortSignal | null | undefined): Promise<void> {
    const holding = this.held.filter(({ pattern, times }) => times > 0 && pattern.test(call));
    const waits = holding.map((entry) => {
      entry.times -= 1;
      return entry.open;
    });
    if (this.latency > 0) {
      waits.push(new Promise((resolve) => setTimeout(resolve, this.latency)));
    }
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    });
    signal?.throwIfAborted();
    await Promise.race([Promise.all(waits), aborted]);
  }

  private answer(asked: Asked, ifNoneMatch: string | null): Response {
    if (asked.method === 'GET' && asked.path === 'session') {
      return json(200, this.session());
    }
    const route = routes(this.clinic, this.engine, this.installation).find(
      ({ method, path }) => method === asked.method && path.test(asked.path.replace(/^aisupport\//, '')),
    );
    const { status, body } = this.guarded(asked, route);
    this.onExchange({
      operation: route?.operation ?? 'unknown',
      request: asked.body,
      status,
      response: body,
    });
    return route?.operation === 'getRun' && status === 200
      ? this.tagged(body, ifNoneMatch)
      : json(status, body);
  }

  private tagged(body: unknown, ifNoneMatch: string | null): Response {
    const text = JSON.stringify(body);
    this.tags.set(text, this.tags.get(text) ?? `"${this.tags.size}"`);
    const tag = this.tags.get(text) ?? '';
    const headers = { 'Content-Type': 'application/json', ETag: tag };
    return ifNoneMatch === tag
      ? new Response(null, { status: 304, headers })
      : new Response(text, { status: 200, headers });
  }

  private guarded(asked: Asked, route: Route | undefined): { status: number; body: unknown } {
    try {
      this.refuseOrPass(asked, route);
      const path = asked.path.replace(/^aisupport\//, '');
      return route.answer(asked, decodeURIComponent(route.path.exec(path)?.[1] ?? ''));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) {
        throw refusal;
      }
      const { status, code, message, more } = refusal;
      const standing = more.standing && { standing: full(more.standing) };
      return { status, body: { error: { message, code, detail: '', ...more, ...standing } } };
    }
  }

  private refuseOrPass(asked: Asked, route: Route | undefined): asserts route is Route {
    if (!this.authenticated) {
      throw new Refusal(401, 'NOT_AUTHENTICATED', 'Log in first.');
    }
    const fault = this.faults.find(({ pattern }) => pattern.test(`${asked.method} ${asked.path}`));
    if (fault) {
      throw new Refusal(fault.status, fault.code, 'It was arranged to fail.');
    }
    if (!route) {
      throw new Refusal(404, 'NOT_FOUND', `There is no ${asked.method} ${asked.path}.`);
    }
    const may = [route.privilege, route.or].some((one) => one !== undefined && this.privileges.includes(one));
    if (!may && !this.roles.includes('System Developer')) {
      throw new Refusal(403, 'NOT_AUTHORIZED', `Privilege required: ${route.privilege}`);
    }
  }

  private session(): unknown {
    if (!this.authenticated) {
      return { authenticated: false };
    }
    const named = (display: string) => ({ uuid: `x-${display}`, display });
    return {
      authenticated: true,
      user: {
        ...this.clinic.me,
        person: { uuid: 'person-doctor', display: this.clinic.me.display },
        privileges: this.privileges.map(named),
        roles: this.roles.map(named),
      },
      currentProvider: this.provider,
    };
  }
}

/** Every body on its way to a server with the legacy UI goes through this: see `jsonText`. */
function escapedAsByLegacyUi(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}
