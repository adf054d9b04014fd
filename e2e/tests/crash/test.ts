import type { APIRequestContext } from '@playwright/test';
import { lastingPort } from '../../src/world/port.js';
import { Sandbox } from '../../src/world/sandbox.js';
import { type Role, ROLES } from '../../src/world/users.js';
import { expect, headersOf, test as suite } from '../support/test.js';

/** The suite's tests on a server of their own, since they kill it. */
export const test = suite.extend<object, { readonly server: Sandbox }>({
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from here
    async ({}, use) => {
      const server = await Sandbox.start(['--no-o3', '--port', String(await lastingPort())]);
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 200_000 },
  ],
  world: [
    async ({ server }, use) => {
      await use({ url: server.url, kind: 'sandbox' });
    },
    { scope: 'worker' },
  ],
  openmrs: [
    async ({ playwright }, use) => {
      const contexts: Partial<Record<Role, APIRequestContext>> = {};
      for (const role of ROLES) {
        // No session: it would not outlive the server.
        const extraHTTPHeaders = { ...headersOf(role), Cookie: '' };
        contexts[role] = await playwright.request.newContext({ extraHTTPHeaders });
      }
      await use(contexts as Record<Role, APIRequestContext>);
      await Promise.all(Object.values(contexts).map((context) => context.dispose()));
    },
    { scope: 'worker' },
  ],
});

export { expect };
