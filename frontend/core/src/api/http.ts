import type { Call, Send } from './client';
import type { ErrorBody } from './contract';
import { jsonText } from './json-text';
import { ProblemError, problemOfAnswer } from './problem';

const PATIENCE_MS = 30_000;

/** The browser's own fetch, for pages that bring no framework. */
export function over(base: string): Send {
  return (call) => send(base, call);
}

async function send<T>(base: string, call: Call): Promise<T> {
  const answer = await reach(base, call);
  const same = call.last?.unchanged(answer.status) as T | undefined;
  if (same !== undefined) {
    return same;
  }
  const body = await readJson(answer, call.signal);
  if (!answer.ok) {
    throw new ProblemError(problemOfAnswer(answer.status, body as ErrorBody | undefined, call.privilege));
  }
  if (body === undefined) {
    // A proxy's or a login page's HTML with status 200 is no answer of ours.
    throw new ProblemError({ kind: 'server', status: answer.status });
  }
  call.last?.keep(answer.headers, body);
  return body as T;
}

async function reach(base: string, call: Call): Promise<Response> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    return await fetch(`${base}/ws/rest/v1/${call.path}`, {
      method: call.method,
      credentials: 'same-origin',
      // Without the second header the server's 401 would open the browser's own login dialog: a modal.
      headers: {
        'Content-Type': 'application/json',
        'Disable-WWW-Authenticate': 'true',
        ...call.last?.headers,
      },
      // A write is never aborted: nobody would know whether it was saved. It even outlives the page.
      keepalive: call.method !== 'GET',
      signal: call.signal ? AbortSignal.any([call.signal, patience]) : patience,
      ...(call.body === undefined ? {} : { body: jsonText(call.body) }),
    });
  } catch (thrown) {
    throw lost(thrown, call.signal);
  }
}

async function readJson(answer: Response, signal: AbortSignal | undefined): Promise<unknown> {
  try {
    const text = await answer.text();
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) {
      return undefined;
    }
    throw lost(thrown, signal);
  }
}

function lost(thrown: unknown, signal: AbortSignal | undefined): unknown {
  return signal?.aborted ? thrown : new ProblemError({ kind: 'network' });
}
