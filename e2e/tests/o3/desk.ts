import { accountOf } from '../../src/world/users.js';
import { test as base } from '../support/test.js';
import { Chart } from './pages/chart.js';

/** A GP who is logged in to O3. A real server need not have O3's screens; the sandbox must. */
export const test = base.extend<{ chart: Chart; o3: undefined }>({
  o3: [
    async ({ request, world }, use, testInfo) => {
      const answer = await request.get(`${world.url}/spa/`);
      testInfo.skip(world.kind === 'real' && !answer.ok(), 'This server has no O3 at /spa.');
      await use(undefined);
    },
    { auto: true },
  ],
  chart: async ({ page, world }, use) => {
    const chart = new Chart(page, world.url);
    await chart.logIn(accountOf('clinician'));
    await use(chart);
  },
});

export { expect } from '../support/test.js';
