// Looks up the hash of each version in pins.json and writes it there: for whoever changes a version. Review what changed.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { npm } from './npm.mjs';

const file = new URL('../pins.json', import.meta.url);
const pins = JSON.parse(readFileSync(file, 'utf8'));
for (const [name, pin] of Object.entries(pins)) {
  const [program, options] = npm();
  pin.integrity = execFileSync(program, ['view', `${name}@${pin.version}`, 'dist.integrity'], options)
    .toString()
    .trim();
}
writeFileSync(file, JSON.stringify(pins, null, 2) + '\n');
