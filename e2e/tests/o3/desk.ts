import { accountOf } from '../../src/world/users.js';
import { test as base } from '../support/test.js';
import { Chart } from './pages/chart.js';

/** A GP who is logged in to O3. */
export const test = base.extend<{ chart: Chart }>({
  chart: async ({ page, world }, use) => {
    const chart = new Chart(page, world.url);
    await chart.logIn(accountOf('clinician'));
    await use(chart);
  },
});

export { expect } from '../support/test.js';
