import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One value for everything that the result depends on. */
export function fingerprint(...paths) {
  const hash = createHash('sha256');
  paths.flatMap(filesOf).forEach((file) => hash.update(readFileSync(file)).update('\0'));
  return hash.digest('hex');
}

function filesOf(path) {
  return path.endsWith('.json')
    ? [path]
    : readdirSync(path)
        .sort()
        .map((name) => join(path, name));
}

/** Remembers beside the result what it was made from; forgets it while it is made anew. */
export class Stamp {
  #file;
  #page;

  constructor(target) {
    this.#file = join(target, 'assembled-from');
    this.#page = join(target, 'spa', 'index.html');
  }

  matches(value) {
    return existsSync(this.#page) && existsSync(this.#file) && readFileSync(this.#file, 'utf8') === value;
  }

  clear() {
    rmSync(this.#file, { force: true });
  }

  set(value) {
    writeFileSync(this.#file, value);
    this.touch();
  }

  /** sandbox/start goes by dates. */
  touch() {
    const now = new Date();
    utimesSync(this.#page, now, now);
  }
}
