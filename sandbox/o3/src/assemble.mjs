import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { download, tarball } from './npm.mjs';
import { sitePage } from './page.mjs';
import { importMap, routesRegistry } from './registry.mjs';
import { readPacked, unpackDist } from './unpack.mjs';

const BASE = '/openmrs/spa';
const TITLE = 'Stand-in with made-up patients';
const SHELL = '@openmrs/esm-app-shell';

/** Makes the folder that is served below /openmrs/spa. It is put in place when it is whole, so that nobody meets half of it. */
export function assemble(pins, site, target) {
  const work = join(target, `work-${process.pid}`);
  try {
    download(pins, join(work, 'tarballs'));
    build(pins, site, join(work, 'tarballs'), join(work, 'spa'));
    rmSync(join(target, 'spa'), { recursive: true, force: true });
    renameSync(join(work, 'spa'), join(target, 'spa'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function build(pins, site, tarballs, spa) {
  const shell = pins.find(({ name }) => name === SHELL);
  unpackDist(tarball(shell, tarballs), spa);
  const modules = pins.filter((pin) => pin !== shell).map((pin) => unpackModule(pin, tarballs, spa));
  write(spa, 'importmap.json', importMap(modules, BASE));
  write(spa, 'routes.registry.json', routesRegistry(modules, readJson(join(site, 'routes.json'))));
  ['openmrs-config.json', 'stand-in.svg', 'stand-in-bar.svg'].forEach((name) => {
    copyFileSync(join(site, name), join(spa, name));
  });
  const page = join(spa, 'index.html');
  const notice = readFileSync(join(site, 'notice.html'), 'utf8');
  writeFileSync(page, sitePage(readFileSync(page, 'utf8'), { base: BASE, title: TITLE, notice }));
}

function unpackModule(pin, tarballs, spa) {
  const packed = tarball(pin, tarballs);
  unpackDist(packed, join(spa, pin.folder));
  return {
    pin,
    manifest: JSON.parse(readPacked(packed, 'package.json')),
    routes: readJson(join(spa, pin.folder, 'routes.json')),
  };
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function write(folder, name, value) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), JSON.stringify(value));
}
