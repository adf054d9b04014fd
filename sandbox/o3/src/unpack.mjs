import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** What the package's dist folder holds, as it was published. Without source maps, which no script points at. */
export function unpackDist(tarball, folder) {
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', [
    '-xzf',
    tarball,
    '-C',
    folder,
    '--strip-components=2',
    '--exclude=*.map',
    'package/dist',
  ]);
}

/** One file of the package, as text. */
export function readPacked(tarball, path) {
  return execFileSync('tar', ['-xzOf', tarball, `package/${path}`]).toString();
}
