import { readFileSync } from 'node:fs';

const EXACT = /^\d+\.\d+\.\d+$/;
const SHA512 = /^sha512-[A-Za-z0-9+/]{86}==$/;

/**
 * The packages that make up O3, each with its exact version and the hash of its tarball: what package-lock.json is elsewhere. Without
 * the trees below them, which are for building; what is published is built already.
 */
export function readPins(file) {
  return Object.entries(JSON.parse(readFileSync(file, 'utf8'))).map(([name, { version, integrity }]) => {
    if (!EXACT.test(version)) {
      throw new Error(`${name} needs an exact version, not ${version}`);
    }
    if (!SHA512.test(integrity)) {
      throw new Error(`${name} ${version} needs the sha512 of its tarball; npm run pin looks it up`);
    }
    return { name, version, integrity, folder: `${plain(name)}-${version}` };
  });
}

/** A name as npm writes it into the names of files. */
function plain(name) {
  return name.replace(/^@/, '').replace('/', '-');
}
