import { beforeEach, describe, expect, it } from 'vitest';
import { denied, granted, PATIENT, severalSuggestions } from '@aisupport/core/fake/data';
import { later, usePage } from './fake/page';

const page = usePage();

beforeEach(() => {
  const { server } = page();
  server.privileges = ['View AI Consent', 'Record AI Consent'];
  server.provider = null;
  server.clinic.suggestions = severalSuggestions();
  server.clinic.settle('s-bp', { outcome: 'ACCEPTED' }, server.clinic.me);
});

const asked = () => [...new Set(page().server.calls.map(({ method, path }) => `${method} ${path}`))];

/** As a page without an encounter has it. */
const PATIENT_ONLY = { encounter: '' };

describe('trust21_a receptionist sees consent, never suggestions (X1)', () => {
  it('not asked: records a yes, and the server is asked for nothing but consent', async () => {
    await page().openAndRead(PATIENT_ONLY);
    expect(page().text).toContain('The patient has not been asked.');

    await page().click('Record consent');
    for (const answer of ['Yes', 'The patient', 'In writing']) {
      await page().choose(answer);
    }
    await page().click('Save');
    await later(5000);

    expect(page().text).toContain('AI support: yes since Aug 5, 2026');
    expect(page().text).toContain('Your role sees the consent, not the suggestions.');
    expect(page().cards()).toHaveLength(0);
    expect(asked()).toEqual([
      'GET session',
      'GET aisupport/consent',
      'GET aisupport/leaflet',
      'POST aisupport/consent',
    ]);
  });

  it('yes: withdraws and undoes, and no refusal is provoked', async () => {
    page().server.clinic.consents.set(PATIENT.uuid, granted());
    await page().openAndRead(PATIENT_ONLY);

    await page().click('Withdraw');
    expect(page().text).toContain('The patient withdrew');
    await page().click('Undo');
    await later(5000);

    expect(page().text).toContain('Undone. What stood before stands again.');
    expect(page().text).not.toContain('Suggestions that were removed');
    expect(page().text).not.toContain('privilege');
    expect(asked()).toEqual(['GET session', 'GET aisupport/consent', 'POST aisupport/consent']);
  });

  it('no: what was decided earlier is not listed', async () => {
    page().server.clinic.consents.set(PATIENT.uuid, denied('REFUSED', 'REFUSED'));

    await page().openAndRead(PATIENT_ONLY);

    expect(page().cards()).toHaveLength(0);
    expect(asked()).toEqual(['GET session', 'GET aisupport/consent']);
  });
});

describe('a page with a patient and no encounter', () => {
  it('shows a GP the patient’s suggestions, and asks without an encounter', async () => {
    page().server.privileges = [
      'View AI Consent',
      'Record AI Consent',
      'View AI Suggestions',
      'Request AI Suggestions',
      'Decide AI Suggestions',
    ];
    page().server.clinic.consents.set(PATIENT.uuid, granted());

    await page().openAndRead(PATIENT_ONLY);

    expect(page().server.bodies(/POST.*run/)).toEqual([{ patient: PATIENT.uuid }]);
    expect(page().cards()).toHaveLength(4);
  });
});
