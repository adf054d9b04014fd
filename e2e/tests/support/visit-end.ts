import { mkdir, rmdir } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { OpenmrsRest } from '../../src/rest/openmrs.js';
import { accountOf } from '../../src/world/users.js';

const SETTING = 'aisupport.visit.endNeedsDecisions';
const LOCK = 'target/visit-end-rule.lock';

/** How long a test may take that waits until no other has the rule. */
export const WITH_THE_RULE = 150_000;

/**
 * With the rule on or off, as nobody else has it meanwhile: it is one setting for the whole server, and tests run side by side.
 * Afterwards it is off, as it is by default.
 */
export async function whileEndNeedsDecisions(
  on: boolean,
  url: string,
  meanwhile: () => Promise<void>,
): Promise<void> {
  // not by a fixture, which is gone before a test that took too long has put the setting back
  const rest = new OpenmrsRest(url, accountOf('administrator'));
  await rest.login();
  const set = (value: boolean) => rest.post(`systemsetting/${SETTING}`, { value: String(value) });
  await expect(async () => mkdir(LOCK)).toPass({ intervals: [100], timeout: 90_000 });
  try {
    await set(on);
    await meanwhile();
  } finally {
    await set(false);
    await rmdir(LOCK);
  }
}

/** What a run that was killed left. */
export async function forgetLock(): Promise<void> {
  await mkdir(LOCK, { recursive: true });
  await rmdir(LOCK);
}
