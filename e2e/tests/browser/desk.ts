import { accountOf } from '../../src/world/users.js';
import { test as base } from '../support/test.js';
import { EncounterScreen } from './pages/encounter-screen.js';

/** A GP who is logged in, on the encounter screen of this world. */
export const test = base.extend<{ desk: EncounterScreen }>({
  desk: async ({ page, world, openmrs }, use) => {
    const desk = EncounterScreen.in(world, page, openmrs.administrator);
    await desk.logIn(accountOf('clinician'));
    await use(desk);
  },
});

export { expect } from '../support/test.js';
