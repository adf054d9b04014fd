import { describe, expect, it } from 'vitest';
import { DENIAL_REASONS } from '../src/api/contract';
import { en } from '../src/i18n/en';
import { Refusal } from './fake/clinic';
import { denied, granted, PATIENT, severalSuggestions } from './fake/data';
import { later, settle, textOf, usePage } from './fake/page';

const page = usePage();

async function openForm(): Promise<void> {
  await page().open();
  await page().click('Record consent');
}

async function sayYes(): Promise<void> {
  await page().choose('Yes');
  await page().choose('The patient');
  await page().choose('Spoken');
}

describe('without consent', () => {
  it('trust01_no run is requested and no engine is asked (P6)', async () => {
    await page().openAndRead();

    expect(page().text).toContain('The patient has not been asked.');
    expect(page().server.count(/run/)).toBe(0);
  });

  it.each(DENIAL_REASONS)('trust02_%s computes nothing and is said in words (C2)', async (reason) => {
    page().server.clinic.consents.set(PATIENT.uuid, denied('NOT_RECORDED', reason));

    await page().openAndRead();

    expect(page().text).toContain(en.denied[reason]);
    expect(page().server.count(/run/)).toBe(0);
  });

  it('C2: a reason that this panel does not know still means no', async () => {
    const strange = { ...denied('REFUSED', 'REFUSED'), reason: 'MOON_PHASE' };
    page().server.onExchange = () => undefined;
    page().server.clinic.consents.set(PATIENT.uuid, strange as unknown as ReturnType<typeof denied>);

    await page().openAndRead();

    expect(page().text).toContain('AI support is off. AI may not read this record now (MOON_PHASE).');
    expect(page().server.count(/run/)).toBe(0);
  });

  it('C2: so does a no without a reason', async () => {
    page().server.clinic.consents.set(PATIENT.uuid, granted({ status: 'REFUSED', permitted: false }));

    await page().openAndRead();

    expect(page().text).toContain(en.denied.UNREADABLE);
    expect(page().server.count(/run/)).toBe(0);
  });

  it('P6: the day on which the patient said no or withdrew is named', async () => {
    const since = '2026-03-02T08:00:00.000000+00:00';
    page().server.clinic.consents.set(PATIENT.uuid, denied('REFUSED', 'REFUSED', since));

    await page().open();

    expect(page().text).toContain('The patient said no on Mar 2, 2026.');
  });

  it('what was decided earlier stays readable, and nothing about it can be decided', async () => {
    const { clinic } = page().server;
    clinic.suggestions = severalSuggestions();
    clinic.settle('s-dose', { outcome: 'ACCEPTED' }, clinic.me);

    await page().open();

    expect(page().cards()).toHaveLength(1);
    expect(page().text).toContain('Accepted by Dr. Lind');
    expect(page().buttons('Accept')).toHaveLength(0);
    expect(page().buttons('Undo')).toHaveLength(0);
  });

  it('C7: for a patient who has died no consent is asked', async () => {
    page().server.clinic.consents.set(PATIENT.uuid, denied('GRANTED', 'DECEASED'));

    await page().open();

    expect(page().buttons('Record consent')).toHaveLength(0);
  });

  it('without the privilege there is no button to record', async () => {
    page().server.privileges = ['View AI Consent'];

    await page().open();

    expect(page().buttons('Record consent')).toHaveLength(0);
  });
});

describe('the consent form', () => {
  it('P2: no answer is chosen beforehand, and sensitive topics are off', async () => {
    await openForm();
    const chosen = page()
      .all<HTMLInputElement>('input')
      .filter((input) => input.checked);
    expect(chosen).toHaveLength(0);

    await page().choose('Yes');

    expect(page().field('Sensitive topics').checked).toBe(false);
  });

  it('P4: each group of answers is named by its question', async () => {
    await openForm();

    const questions = page()
      .all('fieldset')
      .map((group) => textOf(group.querySelector('legend') ?? group));
    expect(questions).toEqual([
      'May AI in this practice read the record to support the GP?',
      'Who said so?',
      'How?',
    ]);
  });

  it('C4: a yes carries giver, method and the leaflet that was shown, and the panel goes on by itself', async () => {
    page().server.clinic.findings = severalSuggestions();
    await openForm();
    expect(page().text).toContain('9f86d081884c7d659a2feaa0c55ad015');

    await sayYes();
    await page().click('Save');
    await later(600);

    expect(page().server.bodies(/POST.*consent/)).toEqual([
      {
        patient: PATIENT.uuid,
        purpose: 'own-care',
        decision: 'GRANT',
        includesSensitive: false,
        givenBy: { role: 'PATIENT' },
        method: 'SPOKEN',
        leaflet: { version: '2026-08', language: 'en' },
      },
    ]);
    expect(page().cards()).toHaveLength(3);
  });

  it('trust03_only own care is granted', async () => {
    await openForm();
    await sayYes();
    await page().click('Save');

    const purposes = page()
      .server.bodies(/POST.*consent/)
      .map((body) => (body as { purpose: string }).purpose);
    expect(purposes).toEqual(['own-care']);
  });

  it('C3: nothing is sent while the evidence of a yes is missing, and each gap is named at its field', async () => {
    await openForm();
    await page().choose('Yes');
    await page().choose('A guardian');
    await page().click('Save');

    expect(page().server.count(/POST.*consent/)).toBe(0);
    for (const mistake of ['Give the name.', 'Give the relationship.', 'Say how it was given.']) {
      expect(page().text).toContain(mistake);
    }
    const focused = page().all('aisupport-consent-form')[0]?.shadowRoot?.activeElement;
    expect(focused).toBe(page().field('Name'));
  });

  it('C3: a guardian is sent with name and relationship', async () => {
    await openForm();
    await sayYes();
    await page().choose('A guardian');
    await page().type('Name', 'Lise Holm');
    await page().type('Relationship', 'mother');
    await page().click('Save');

    expect(page().server.bodies(/POST.*consent/)[0]).toMatchObject({
      givenBy: { role: 'GUARDIAN', name: 'Lise Holm', relationship: 'mother' },
    });
  });

  it('trust04_a no needs nothing but itself', async () => {
    await openForm();
    await page().choose('No A no is a fine answer.');
    await page().click('Save');

    expect(page().server.bodies(/POST.*consent/)).toEqual([
      { patient: PATIENT.uuid, purpose: 'own-care', decision: 'REFUSE' },
    ]);
    expect(page().text).toContain('The patient said no on Aug 5, 2026.');
    expect(page().all('aisupport-consent-form')).toHaveLength(0);
    expect(page().server.count(/run/)).toBe(0);
  });

  it('trust13_without a leaflet a yes is not sent', async () => {
    page().server.fail(/GET.*leaflet/, 500);
    await openForm();
    await sayYes();
    await page().click('Save');

    expect(page().text).toContain('A yes needs a leaflet.');
    expect(page().server.count(/POST.*consent/)).toBe(0);
  });

  it('C4: the leaflet’s own language is sent, and it is said when it is not the wanted one', async () => {
    await page().open({ locale: 'fr' });
    await page().click('Enregistrer le consentement');
    expect(page().text).toContain('Il n’y a pas de notice dans cette langue ; celle-ci est en anglais.');
    await page().choose('Oui');
    await page().choose('Le patient');
    await page().choose('Par écrit');
    await page().click('Enregistrer');

    expect(page().server.bodies(/POST.*consent/)[0]).toMatchObject({
      leaflet: { version: '2026-08', language: 'en' },
      method: 'WRITTEN',
    });
  });

  it('a failure loses nothing that was typed, and saving again works', async () => {
    await openForm();
    await sayYes();
    await page().type('Note', 'Asked with her daughter present');
    page().server.down = true;
    await page().click('Save');
    expect(page().text).toContain('The server can’t be reached.');
    expect(page().field('Note').value).toBe('Asked with her daughter present');

    page().server.heal();
    await page().click('Save');

    expect(page().server.bodies(/POST.*consent/)[1]).toMatchObject({
      decision: 'GRANT',
      note: 'Asked with her daughter present',
    });
    expect(page().text).toContain('AI support: yes since');
  });

  it('two clicks on Save record one event', async () => {
    await openForm();
    await sayYes();
    const release = page().server.hold(/POST.*consent/);
    page().button('Save').click();
    await settle();
    page().button('Saving…').click();
    await settle();
    release();
    await settle();

    expect(page().server.count(/POST.*consent/)).toBe(1);
  });

  it('what the server finds wrong is said at its field', async () => {
    await openForm();
    await sayYes();
    const fieldErrors = { 'givenBy.role': [{ code: 'minor', message: 'At this age a guardian decides.' }] };
    page().server.clinic.record = () => {
      throw new Refusal(400, 'BAD_REQUEST', 'The giver may not decide.', { fieldErrors });
    };
    await page().click('Save');

    expect(page().text).toContain('The server did not accept this. The giver may not decide.');
    expect(page().text).toContain('At this age a guardian decides.');
  });
});
