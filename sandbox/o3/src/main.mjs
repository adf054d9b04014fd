import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assemble } from './assemble.mjs';
import { fingerprint, Stamp } from './fingerprint.mjs';
import { readPins } from './pins.mjs';

const home = fileURLToPath(new URL('..', import.meta.url));
const pinned = join(home, 'pins.json');
const site = join(home, 'site');
const target = join(home, 'target');

try {
  const wanted = fingerprint(pinned, site, join(home, 'src'));
  const stamp = new Stamp(target);
  if (stamp.matches(wanted)) {
    stamp.touch();
    console.log('O3 is assembled already.');
  } else {
    const pins = readPins(pinned);
    console.log(`Assembling O3 from ${pins.length} packages of the npm registry (31 MB the first time) ...`);
    mkdirSync(target, { recursive: true });
    stamp.clear();
    assemble(pins, site, target);
    stamp.set(wanted);
    console.log('O3 is assembled.');
  }
} catch (failure) {
  console.error(failure.message);
  process.exitCode = 1;
}
