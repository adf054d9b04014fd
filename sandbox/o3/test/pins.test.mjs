import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fingerprint } from '../src/fingerprint.mjs';
import { verify } from '../src/npm.mjs';
import { readPins } from '../src/pins.mjs';

const folder = mkdtempSync(join(tmpdir(), 'aisupport-o3-'));
after(() => rmSync(folder, { recursive: true }));

function file(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function pinsOf(version, integrity) {
  return () =>
    readPins(file('pins.json', JSON.stringify({ '@openmrs/esm-login-app': { version, integrity } })));
}

const HASH = `sha512-${createHash('sha512').update('as pinned').digest('base64')}`;

test('P1: every package that is brought is pinned, to a version and a hash', () => {
  const pins = readPins(fileURLToPath(new URL('../pins.json', import.meta.url)));

  assert.ok(pins.some(({ name }) => name === '@openmrs/esm-app-shell'));
  assert.ok(pins.some(({ name }) => name === '@openmrs/esm-patient-chart-app'));
});

test('P1: a range, a tag or a version without its hash is refused', () => {
  assert.throws(pinsOf('^10.0.0', HASH), /exact version/);
  assert.throws(pinsOf('next', HASH), /exact version/);
  assert.throws(pinsOf('10.0.0', ''), /sha512/);
});

test('P1: a tarball that is not the pinned one is refused', () => {
  const pin = { name: 'login', version: '10.0.0', integrity: HASH };

  verify(pin, file('same.tgz', 'as pinned'));

  assert.throws(
    () => verify(pin, file('other.tgz', 'as somebody changed it')),
    /login 10\.0\.0 is not what was pinned/,
  );
});

test('P1: a change of what the result is made from is noticed, and nothing else is', () => {
  const source = file('source.json', '1');
  const before = fingerprint(source);

  assert.equal(fingerprint(file('source.json', '1')), before);
  assert.notEqual(fingerprint(file('source.json', '2')), before);
});
