import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sitePage } from '../src/page.mjs';

const SHELLS_PAGE =
  '<html><head><title>OpenMRS</title><link rel="preload" href="https://elsewhere.example/importmap.json" as="fetch">' +
  '<script type="systemjs-importmap" src="https://elsewhere.example/importmap.json"></script>' +
  '<script type="openmrs-routes" src="/openmrs/spa/routes.registry.json"></script><link rel="manifest" href="m.json" /></head>' +
  '<body><script src="/openmrs/spa/openmrs.0123456789abcdef.js"></script><script>initializeSpa({' +
  'apiUrl: "/openmrs", spaPath: "/openmrs/spa", env: "production", offline: true, configUrls: [], });</script></body></html>';
const SITE = { base: '/openmrs/spa', title: 'Stand-in', notice: '<p>Made-up patients, not for care</p>\n' };

test('P1: nothing on the page leads to another server', () => {
  assert.doesNotMatch(sitePage(SHELLS_PAGE, SITE), /https?:/);
});

test('P1: the page says that it is a stand-in before any script runs', () => {
  const page = sitePage(SHELLS_PAGE, SITE);

  assert.ok(page.indexOf('not for care') < page.indexOf('openmrs.0123456789abcdef.js'));
  assert.match(page, /<title>Stand-in<\/title>/);
});

test('P1: our module is added as a site adds it, after those that the site was assembled from', () => {
  const scripts = [...sitePage(SHELLS_PAGE, SITE).matchAll(/type="([^"]+)" src="([^"]+)"/g)].map(
    ([, type, src]) => [type, src],
  );

  assert.deepEqual(scripts, [
    ['systemjs-importmap', '/openmrs/spa/importmap.json'],
    ['openmrs-routes', '/openmrs/spa/routes.registry.json'],
    ['systemjs-importmap', '/openmrs/moduleResources/aisupport/o3/importmap.json'],
    ['openmrs-routes', '/openmrs/moduleResources/aisupport/o3/routes.registry.json'],
  ]);
});

test('P1: the shell reads the configuration of this site, and keeps nothing for use without a server', () => {
  const page = sitePage(SHELLS_PAGE, SITE);

  assert.match(page, /configUrls: \["\/openmrs\/spa\/openmrs-config\.json"\]/);
  assert.match(page, /offline: false/);
});

test('P1: a page of another shape is refused, not half changed', () => {
  assert.throws(
    () => sitePage(SHELLS_PAGE.replace('offline: true', 'offline: !0'), SITE),
    /offline: true.* 0 times/,
  );
});
