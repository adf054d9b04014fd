import { OpenmrsRest } from '../../src/rest/openmrs.js';
import { accountOf } from '../../src/world/users.js';
import { expect, test } from '../support/test.js';
import type { AuditList } from '../support/model.js';

/** One that no other test needs as it is. */
const SETTING = 'aisupport.egress.keepDays';

test('who changes a setting on the platform’s own way is in the audit, with what it was and is (A1)', async ({
  as,
  world,
}) => {
  const rest = new OpenmrsRest(world.url, accountOf('administrator'));
  await rest.login();
  const from = new Date().toISOString();
  try {
    await rest.post(`systemsetting/${SETTING}`, { value: '364' });
    await rest.post(`systemsetting/${SETTING}`, { value: '364' });
  } finally {
    await rest.post(`systemsetting/${SETTING}`, { value: '365' });
  }

  const { body } = await as.administrator.get<AuditList>('/audit', { from, limit: 100 });

  const changes = body.results.filter(({ kind }) => kind === 'SETTING_CHANGED');
  const own = changes.filter(({ detail }) => detail?.startsWith(SETTING));
  expect(own.map(({ detail }) => detail)).toEqual([
    `${SETTING}: from "364" to "365"`,
    `${SETTING}: from "365" to "364"`,
  ]);
  expect(own.every(({ actor }) => actor !== undefined)).toBe(true);
});

test('a refused change of a setting leaves no row (A1)', async ({ as, world }) => {
  const rest = new OpenmrsRest(world.url, accountOf('clinician'));
  await rest.login();
  const from = new Date().toISOString();

  await expect(rest.post('systemsetting/aisupport.mapping.file', { value: 'other.json' })).rejects.toThrow();

  const { body } = await as.administrator.get<AuditList>('/audit', { from, limit: 100 });
  expect(body.results.filter(({ detail }) => detail?.startsWith('aisupport.mapping.file'))).toEqual([]);
});
