import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importMap, routesRegistry } from '../src/registry.mjs';

const BASE = '/openmrs/spa';

function aModule(name, extensions = []) {
  return {
    pin: { name, version: '1.2.3', folder: `${name}-1.2.3` },
    manifest: { browser: `dist/${name}.js` },
    routes: { pages: [{ component: 'root', route: name }], extensions },
  };
}

test('P1: a module is found from any address, below a folder that names its version', () => {
  assert.deepEqual(importMap([aModule('login')], BASE), {
    imports: { login: '/openmrs/spa/login-1.2.3/login.js' },
  });
});

test('P1: a package that is no frontend module is refused', () => {
  const library = { ...aModule('library'), manifest: { main: 'lib/index.js' } };

  assert.throws(() => importMap([library], BASE), /library 1\.2\.3 is not laid out as an O3 frontend module/);
});

test('P1: what this site adds goes to the one extension that it names', () => {
  const navigation = aModule('navigation', [{ name: 'link' }, { name: 'dashboard' }]);

  const registry = routesRegistry([navigation], { navigation: { dashboard: { meta: { slot: 'home' } } } });

  assert.deepEqual(registry.navigation.extensions, [
    { name: 'link' },
    { name: 'dashboard', meta: { slot: 'home' } },
  ]);
  assert.equal(registry.navigation.version, '1.2.3');
});

test('P1: an addition to an extension that is gone is not passed over', () => {
  assert.throws(
    () => routesRegistry([aModule('navigation')], { navigation: { dashboard: {} } }),
    /no extension dashboard/,
  );
});
