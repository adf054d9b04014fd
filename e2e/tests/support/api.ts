import { type APIRequestContext, type APIResponse, expect } from '@playwright/test';
import type { Contract } from '../../src/contract/contract.js';

export interface Answer<T> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly body: T;
}

export interface Asked {
  readonly query?: Readonly<Record<string, string | number>>;
  readonly json?: unknown;
  readonly data?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

const TRACES = /\bat (org|java|javax|com|jdk)\.|Exception\b|Caused by/;

/**
 * The module's REST as one user. No answer passes unseen, an error no less than a success: each must be as openapi.yaml says,
 * and none may tell how the server is made.
 */
export class Api {
  constructor(
    private readonly request: APIRequestContext,
    private readonly contract: Contract,
    private readonly root: string,
  ) {}

  get<T = unknown>(path: string, query: Asked['query'] = {}): Promise<Answer<T>> {
    return this.send<T>('GET', path, { query });
  }

  post<T = unknown>(path: string, json: unknown = {}): Promise<Answer<T>> {
    return this.send<T>('POST', path, { json });
  }

  delete<T = unknown>(path: string): Promise<Answer<T>> {
    return this.send<T>('DELETE', path);
  }

  async send<T = unknown>(method: string, path: string, asked: Asked = {}): Promise<Answer<T>> {
    const response = await this.fetch(method, path, asked);
    const text = await response.text();
    const answer = { status: response.status(), headers: response.headers(), text };
    expect(text, `${method} ${path} tells no stack trace`).not.toMatch(TRACES);
    if (method !== 'HEAD') {
      const type = answer.headers['content-type'] ?? '';
      expect(this.contract.complaints(method, path, { ...answer, type })).toEqual([]);
    }
    return { ...answer, body: bodyOf(text) as T };
  }

  /** The bare answer, for what has no contract, such as OPTIONS. */
  async fetch(
    method: string,
    path: string,
    { query, json, data, headers }: Asked = {},
  ): Promise<APIResponse> {
    const body = json === undefined ? data : jsonText(json);
    return this.request.fetch(`${this.root}${path}`, {
      method,
      headers: { ...(json !== undefined && { 'Content-Type': 'application/json' }), ...headers },
      ...(query && { params: { ...query } }),
      ...(body !== undefined && { data: body }),
    });
  }
}

/** As docs/installation.md tells clients to write it, so that it arrives as it was written beside legacyui. */
function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
