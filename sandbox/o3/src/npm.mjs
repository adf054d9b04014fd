import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** npm itself, so that whatever the user set (a mirror, a proxy, a cache) holds here too. On Windows it is a script, not a program. */
export function npm() {
  return ['npm', { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' }];
}

/** What is in npm's cache needs no network: the hash decides, not the age. Someone waits, so a failure is to show soon. */
const FLAGS = [
  '--ignore-scripts',
  '--prefer-offline',
  '--loglevel=error',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000',
];

/** Brings the tarballs and nothing that they depend on; refuses any that is not the pinned one. */
export function download(pins, folder) {
  mkdirSync(folder, { recursive: true });
  const [program, options] = npm();
  const specs = pins.map(({ name, version }) => `${name}@${version}`);
  try {
    execFileSync(program, ['pack', ...FLAGS, ...specs], { ...options, cwd: folder });
  } catch (failure) {
    throw new Error(
      `npm could not bring O3's packages. Is its registry reachable from here?\n${reason(failure)}`,
    );
  }
  pins.forEach((pin) => verify(pin, tarball(pin, folder)));
}

export function tarball(pin, folder) {
  return join(folder, `${pin.folder}.tgz`);
}

export function verify({ name, version, integrity }, file) {
  const found = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (found !== integrity) {
    throw new Error(
      `${name} ${version} is not what was pinned: its hash is ${found}. Nothing of it was used.`,
    );
  }
}

/** The first of what npm says names the error; after it come stack and advice. */
function reason(failure) {
  const said = String(failure.stderr ?? '').trim();
  return said ? said.split('\n').slice(0, 4).join('\n') : `It ended with ${failure.status ?? failure.code}.`;
}
