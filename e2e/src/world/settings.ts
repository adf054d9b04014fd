import type { Account } from '../rest/openmrs.js';

export type WorldKind = 'real' | 'sandbox';

export interface World {
  readonly url: string;
  readonly kind: WorldKind;
}

/** Where the tests go: by environment, or to the sandbox that the global setup started and wrote there. */
export function world(env = process.env): World {
  const { AISUPPORT_URL: url, AISUPPORT_WORLD: kind = 'real' } = env;
  if (!url) {
    throw new Error('Set AISUPPORT_URL, such as http://127.0.0.1:8080/openmrs');
  }
  if (kind !== 'real' && kind !== 'sandbox') {
    throw new Error(`AISUPPORT_WORLD is real or sandbox, not ${kind}`);
  }
  return { url: url.replace(/\/$/, ''), kind };
}

/** `AISUPPORT_ADMIN` is `name:password`. */
export function adminAccount(env = process.env): Account {
  const text = env['AISUPPORT_ADMIN'] ?? 'admin:Admin123';
  const colon = text.indexOf(':');
  if (colon < 1) {
    throw new Error('AISUPPORT_ADMIN must be name:password');
  }
  return { username: text.slice(0, colon), password: text.slice(colon + 1) };
}
