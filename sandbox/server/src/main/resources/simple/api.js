// OpenMRS's REST, as far as the page needs it.

/** @typedef {{ uuid?: string, display?: string, person?: { display?: string } }} User */
/** @typedef {{ authenticated: boolean, user?: User }} Session */

const REST = new URL('../ws/rest/v1/', document.baseURI).href;

/** The server said no; the message is for the person who reads the page. */
export class ApiError extends Error {
  /** @param {number} status @param {string} message */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/**
 * @param {string} path below /ws/rest/v1/
 * @param {RequestInit} [init]
 * @returns {Promise<any>}
 */
async function call(path, init = {}) {
  const answer = await fetch(REST + path, {
    credentials: 'same-origin',
    ...init,
    // Without it the browser would answer a 401 with a dialog of its own.
    headers: { 'Disable-WWW-Authenticate': 'true', Accept: 'application/json', ...init.headers },
  });
  if (!answer.ok) {
    throw new ApiError(answer.status, await reason(answer));
  }
  return answer.status === 204 ? undefined : answer.json();
}

/** @param {Response} answer */
async function reason(answer) {
  const known = {
    401: 'You are not logged in.',
    403: 'Your account may not see this.',
    404: 'There is no such record.',
  };
  const words = known[/** @type {401 | 403 | 404} */ (answer.status)];
  return words ?? `The server answered with an error (${answer.status}).`;
}

/** @param {string} path @returns {Promise<any>} */
export const get = (path) => call(path);

/** @type {Promise<Session> | undefined} */
let known;

/** Who is logged in; asked once, until something says that it changed. */
export function session() {
  known ??= freshSession();
  return known;
}

/** @param {HeadersInit} [headers] @returns {Promise<Session>} */
async function freshSession(headers) {
  try {
    return await call('session', { headers });
  } catch (thrown) {
    // The server forgot the session that the cookie names, said so once, and gave a new cookie: ask again.
    if (thrown instanceof ApiError && thrown.status === 401) {
      return call('session', { headers });
    }
    throw thrown;
  }
}

export function forgetSession() {
  known = undefined;
}

/** @param {string} name @param {string} password @returns {Promise<boolean>} */
export async function logIn(name, password) {
  const bytes = new TextEncoder().encode(`${name}:${password}`);
  const credentials = btoa(String.fromCharCode(...bytes));
  const who = await freshSession({ Authorization: `Basic ${credentials}` });
  known = Promise.resolve(who);
  return who.authenticated;
}

export async function logOut() {
  forgetSession();
  await call('session', { method: 'DELETE' });
}
