export type Json = Readonly<Record<string, unknown>>;

export interface Account {
  readonly username: string;
  readonly password: string;
}

/** What OpenMRS's REST refused, in its own words. */
export class RefusedError extends Error {
  constructor(
    readonly status: number,
    asked: string,
    answer: string,
  ) {
    super(`${asked} was answered ${status}: ${answer.slice(0, 600)}`);
  }
}

/** OpenMRS's REST as one user, who logs in once: each login writes to the user's row, and many at a time collide. */
export class OpenmrsRest {
  private cookie = '';
  private readonly authorization: string;

  constructor(
    readonly url: string,
    { username, password }: Account,
  ) {
    this.authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  }

  async login(): Promise<void> {
    const session = (await this.get('session')) as { authenticated?: boolean };
    if (session.authenticated !== true) {
      throw new Error(`${this.url} does not accept the user name and password`);
    }
  }

  async get(path: string): Promise<unknown> {
    return this.call('GET', path);
  }

  /** Undefined where there is no such thing. */
  async find<T>(path: string): Promise<T | undefined> {
    try {
      return (await this.get(path)) as T;
    } catch (refused) {
      if (refused instanceof RefusedError && refused.status === 404) {
        return undefined;
      }
      throw refused;
    }
  }

  async results<T>(path: string): Promise<readonly T[]> {
    return ((await this.get(path)) as { results: readonly T[] }).results;
  }

  async post<T>(path: string, body: Json): Promise<T> {
    return (await this.call('POST', path, body)) as T;
  }

  private async call(method: string, path: string, body?: Json): Promise<unknown> {
    const response = await fetch(`${this.url}/ws/rest/v1/${path}`, {
      method,
      headers: this.headers(),
      ...(body && { body: JSON.stringify(body) }),
    });
    if (response.status === 401 && this.cookie) {
      // A server that was started anew knows no session from before.
      this.cookie = '';
      return this.call(method, path, body);
    }
    for (const set of response.headers.getSetCookie()) {
      this.cookie = set.split(';')[0] ?? this.cookie;
    }
    const text = await response.text();
    if (!response.ok) {
      throw new RefusedError(response.status, `${method} ${path}`, text);
    }
    return text ? JSON.parse(text) : undefined;
  }

  private headers(): Record<string, string> {
    return {
      Authorization: this.authorization,
      'Content-Type': 'application/json',
      Accept: 'application/json',
      ...(this.cookie && { Cookie: this.cookie }),
    };
  }
}
