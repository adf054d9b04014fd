import type { Heard } from '../../src/outside/service.js';
import { Database } from './database.js';

/** Shorter ones stand by chance in any uuid or number. */
const LEAST = 5;

/** A part of each made-up surname; eight such digits may stand in a random uuid by chance, once in some thousand runs. */
const RANDOM = /^[0-9a-f]{8}$/;

/**
 * Trust 10, over a whole run: nothing that was sent outside, whichever test sent it, holds a name or number of any patient in the database,
 * or a uuid of any of their records (E6). A test's own search goes further, and sees one patient only.
 */
export async function refuseIfAnybodyIsTold(heard: readonly Heard[]): Promise<void> {
  const all = JSON.stringify(heard);
  await Database.with(async (database) => {
    const secrets = (await database.whatSaysWhoSomebodyIs()).filter(
      (secret) => secret.length >= LEAST && !RANDOM.test(secret),
    );
    if (secrets.length === 0) {
      throw new Error('There is nobody to look for, so the search says nothing.');
    }
    const told = secrets.filter((secret) => all.includes(secret));
    if (told.length > 0) {
      throw new Error(`The engine outside heard who somebody is: ${told.join(', ')}`);
    }
    console.log(
      `trust10: ${heard.length} requests were heard outside, and none of ${secrets.length} names, numbers and uuids in them.`,
    );
  });
}
