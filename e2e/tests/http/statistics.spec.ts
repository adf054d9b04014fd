import { databaseAddress } from '../support/database.js';
import { fiveAccepted } from '../support/statistics.js';
import { expect, test } from '../support/test.js';

interface Told {
  readonly rule?: string;
  readonly fewerThan?: number;
  readonly noWholeGroup?: boolean;
  readonly consultations?: number;
  readonly outcomes?: { readonly proposed: number; readonly shown: number; readonly accepted: number };
}

test.describe('what became of suggestions (A4)', () => {
  test.skip(!databaseAddress(), 'AISUPPORT_DATABASE says no mariadb://user:password@host:port/schema');

  test('five patients who permit it are told of, as JSON and as CSV', async ({ as, people, practice }) => {
    await fiveAccepted(people, practice);

    const { body } = await as.administrator.get<{ rules: Told[] }>('/statistics', { engine: 'guidelines' });
    const csv = await as.administrator.send('GET', '/statistics', { headers: { Accept: 'text/csv' } });

    const rule = body.rules.find((one) => one.rule === 'clinic-blood-pressure');
    expect(rule?.outcomes?.accepted).toBeGreaterThanOrEqual(5);
    expect(rule?.outcomes?.shown).toBeGreaterThanOrEqual(5);
    expect(rule?.consultations).toBeGreaterThanOrEqual(5);
    expect(rule?.consultations).toBeLessThanOrEqual(rule?.outcomes?.proposed ?? 0);
    expect(csv.headers['content-type']).toBe('text/csv;charset=UTF-8');
    expect(csv.headers['content-disposition']).toContain('ai-support-statistics.csv');
    expect(csv.text).toMatch(/"guidelines","clinic-blood-pressure","[^"]+","accepted","","","","\d+"/);
  });

  test('trust21_no name and no id of a GP or of a patient is in it', async ({ as, people, practice }) => {
    const patients = await fiveAccepted(people, practice);

    const { text } = await as.administrator.get('/statistics');

    for (const { uuid, name } of patients) {
      expect(text).not.toContain(uuid);
      expect(text).not.toContain(name);
    }
    expect(text).not.toContain('doctor');
  });

  test('a period of which nothing can be told does not say that there were few patients', async ({ as }) => {
    const { body } = await as.administrator.get<{ rules: Told[] }>('/statistics', { to: '2020-01-05' });

    expect(body.rules.length).toBeGreaterThanOrEqual(23);
    expect(
      body.rules.filter(
        ({ fewerThan, noWholeGroup, outcomes }) => !noWholeGroup || fewerThan !== undefined || outcomes,
      ),
    ).toEqual([]);
  });

  test('a filter with a typing error is refused, and does not count everything', async ({ as }) => {
    const { status, body } = await as.administrator.get<{ error: { code: string } }>('/statistics', {
      form: '2026-01-05',
    });

    expect(status).toBe(400);
    expect(body.error.code).toBe('BAD_REQUEST');
  });
});
