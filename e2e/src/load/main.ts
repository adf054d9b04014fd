import { world } from '../world/settings.js';
import { load } from './load.js';

async function main(): Promise<void> {
  const started = Date.now();
  const tally = await load(world().url, (line) => {
    console.log(line);
  });
  const outcome = tally.anythingMade ? 'the server was changed' : 'nothing had to be made';
  console.log(`\n${tally.toString()}\n\nDone in ${((Date.now() - started) / 1000).toFixed(1)} s; ${outcome}`);
}

main().catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
});
