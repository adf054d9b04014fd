import { type APIRequestContext, expect, test as base } from '@playwright/test';
import { Contract } from '../../src/contract/contract.js';
import { type World, world as worldOf } from '../../src/world/settings.js';
import { accountOf, type Role, ROLES } from '../../src/world/users.js';
import { Api } from './api.js';
import { People } from './people.js';
import { Practice } from './practice.js';

interface Fixtures {
  /** The module's REST as each role. */
  readonly as: Readonly<Record<Role, Api>>;
  /** OpenMRS's own REST as each role, held against no contract of ours. */
  readonly openmrs: Readonly<Record<Role, APIRequestContext>>;
  readonly contract: Contract;
  readonly people: People;
  readonly practice: Practice;
  readonly world: World;
}

/** Tests share the logins, one of each role in each worker, and nothing else: patients are each test's own. */
export const test = base.extend<object, Fixtures>({
  world: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from here
    async ({}, use) => {
      await use(worldOf());
    },
    { scope: 'worker' },
  ],
  contract: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      await use(new Contract());
    },
    { scope: 'worker' },
  ],
  openmrs: [
    async ({ playwright, world }, use) => {
      const contexts: Partial<Record<Role, APIRequestContext>> = {};
      for (const role of ROLES) {
        const context = await playwright.request.newContext({ extraHTTPHeaders: headersOf(role) });
        // Logged in one after the other: each login writes to the user's row.
        await context.get(`${world.url}/ws/rest/v1/session`);
        contexts[role] = context;
      }
      await use(contexts as Record<Role, APIRequestContext>);
      await Promise.all(Object.values(contexts).map((context) => context.dispose()));
    },
    { scope: 'worker' },
  ],
  as: [
    async ({ openmrs, contract, world }, use) => {
      const root = `${world.url}/ws/rest/v1/aisupport`;
      const apis = ROLES.map((role) => [role, new Api(openmrs[role], contract, root)] as const);
      await use(Object.fromEntries(apis) as Record<Role, Api>);
    },
    { scope: 'worker' },
  ],
  people: [
    async ({ world }, use) => {
      await use(await People.of(world.url));
    },
    { scope: 'worker' },
  ],
  practice: [
    async ({ as }, use) => {
      await use(new Practice(as.clinician, as.administrator));
    },
    { scope: 'worker' },
  ],
});

export { expect };

/** Who asks, with each request. */
export function headersOf(role: Role): Record<string, string> {
  if (role === 'anonymous') {
    return {};
  }
  const { username, password } = accountOf(role);
  return { Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}
