import { describe, expect, it } from 'vitest';
import { DENIAL_REASONS } from '@aisupport/core/api/contract';
import { en } from '../src/i18n/en';
import { Refusal } from '@aisupport/core/fake/refusal';
import { denied, granted, PATIENT, severalSuggestions } from '@aisupport/core/fake/data';
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

    expect(page().text).toContain(
      'AI support is off. The patient said no. AI may not read this record now (MOON_PHASE).',
    );
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

  it.each(['DECEASED', 'NO_PATIENT'] as const)('C7: with %s no consent is asked', async (reason) => {
    page().server.clinic.consents.set(PATIENT.uuid, denied('GRANTED', reason));

    await page().open();

    expect(page().buttons('Record consent')).toHaveLength(0);
  });

  it.each(DENIAL_REASONS.filter((reason) => reason !== 'DECEASED' && reason !== 'NO_PATIENT'))(
    'P6: with %s, who may record is offered to record',
    async (reason) => {
      page().server.clinic.consents.set(PATIENT.uuid, denied('NOT_RECORDED', reason));

      await page().open();

      expect(page().buttons('Record consent')).toHaveLength(1);
    },
  );

  it('C7: a yes for a later day names it, and a day that has come by this clock is not named', async () => {
    const { consents } = page().server.clinic;
    consents.set(PATIENT.uuid, denied('GRANTED', 'NOT_YET_EFFECTIVE', '2026-09-01T06:00:00.000000+00:00'));
    await page().open();
    expect(page().text).toContain('The patient said yes from Sep 1, 2026 on.');
    page().panel?.remove();

    consents.set(PATIENT.uuid, denied('GRANTED', 'NOT_YET_EFFECTIVE', '2026-08-05T09:59:59.000000+00:00'));
    await page().open();

    expect(page().text).toContain('The patient said yes, but for a later day.');
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

    expect(page().field('Read them too').checked).toBe(false);
    expect(page().field('Leave them out').checked).toBe(false);
    expect(page().field('Valid until').value).toBe('');
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
    await page().choose('No');
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

  it.each([
    ['givenBy.role', 'guardianNeeded', 'The patient is a minor: only a guardian can say yes.', 'role'],
    ['givenBy.role', 'adult', 'The patient is an adult: a guardian no longer speaks for them.', 'role'],
    ['givenBy', 'required', 'Fill this in.', 'role'],
    ['leaflet.version', 'notCurrent', 'The leaflet has changed meanwhile.', 'leaflet'],
    ['expires', 'tooLate', 'That is later than the practice allows.', 'expires'],
    ['note', 'unheardOf', 'The server’s own words.', 'note'],
  ])('what the server finds wrong with %s (%s) is said at its field', async (field, code, words, at) => {
    await openForm();
    await sayYes();
    page().server.clinic.record = () => {
      throw Refusal.of(field, code, 'The server’s own words.');
    };
    await page().click('Save');

    const [error] = page().all(`#${at}-error`);
    expect(error && textOf(error)).toContain(words);
    expect(page().text).toContain('Nothing was saved yet.');
    expect(page().text).not.toContain('fieldErrors');
    const focused = page().all('aisupport-consent-form')[0]?.shadowRoot?.activeElement;
    expect(focused?.id).toBe(at);
  });

  it('what the server finds wrong and no field is for is said all the same', async () => {
    await openForm();
    await sayYes();
    page().server.clinic.record = () => {
      throw Refusal.of('patient', 'deceased', 'The patient has died.');
    };

    await page().click('Save');

    expect(page().text).toContain('The patient has died; no consent can be recorded.');
  });

  it('C7: for a minor a guardian says yes, after the server said so', async () => {
    page().server.clinic.book.minors.add(PATIENT.uuid);
    await openForm();
    await sayYes();
    await page().click('Save');
    expect(page().text).toContain('only a guardian can say yes');

    await page().choose('A guardian');
    expect(page().text).not.toContain('only a guardian can say yes');
    await page().type('Name', 'Lise Holm');
    await page().type('Relationship', 'mother');
    await page().click('Save');

    expect(page().text).toContain('AI support: yes since');
  });

  it('C4: a leaflet that changed meanwhile is shown before the yes is sent again', async () => {
    await openForm();
    await sayYes();
    page().server.clinic.book.leafletVersion = '2026-09';

    await page().click('Save');
    expect(page().text).toContain('The new one is shown: tell it, then save again.');
    expect(page().text).toContain('Version 2026-09, English');
    await page().click('Save');

    expect(page().server.bodies(/POST.*consent/)[1]).toMatchObject({ leaflet: { version: '2026-09' } });
    expect(page().text).toContain('AI support: yes since');
  });

  it('trust07_the leaflet, who receives data, where and how long are open to see before the yes', async () => {
    await openForm();

    expect(
      page()
        .all<HTMLDetailsElement>('details.leaflet')
        .map(({ open }) => open),
    ).toEqual([true]);
    for (const told of [
      'Your GP decides.',
      'Nobody outside this practice',
      'Denmark',
      '10 years',
      'Version',
    ]) {
      expect(page().text).toContain(told);
    }
  });

  it('trust11_sensitive topics are a question of their own: only its yes counts (C10)', async () => {
    await openForm();
    await sayYes();
    await page().choose('Leave them out');
    await page().choose('Read them too');
    await page().click('Save');

    expect(page().server.bodies(/POST.*consent/)[0]).toMatchObject({ includesSensitive: true });
  });

  it.each([[], ['Leave them out']])('trust11_no answer to it is a no (C10) %s', async (...answers) => {
    await openForm();
    await sayYes();
    for (const answer of answers) {
      await page().choose(answer);
    }
    await page().click('Save');

    expect(page().server.bodies(/POST.*consent/)[0]).toMatchObject({ includesSensitive: false });
  });

  it('C7: “valid until” is sent as the end of that day', async () => {
    await openForm();
    await sayYes();
    await page().type('Valid until', '2026-12-31');
    await page().click('Save');

    const [body] = page().server.bodies(/POST.*consent/) as { expires: string }[];
    expect(body?.expires).toMatch(/\+00:00$/);
    expect(new Date(body?.expires ?? '')).toEqual(new Date('2026-12-31T23:59:59'));
    expect(page().text).toContain('expires Dec 31, 2026');
  });

  it.each(['2026-08-05', '2026-01-01'])('C7: %s is no end of a yes that is given today', async (day) => {
    await openForm();
    await sayYes();
    await page().type('Valid until', day);
    await page().click('Save');

    expect(page().text).toContain('Give a whole date after today, or none.');
    expect(page().server.count(/POST.*consent/)).toBe(0);
  });

  it('C7: half a date is not taken for none', async () => {
    await openForm();
    await sayYes();
    const field = page().field('Valid until');
    Object.defineProperty(field, 'validity', { value: { badInput: true } });

    await page().click('Save');

    expect(page().text).toContain('Give a whole date after today, or none.');
    expect(page().server.count(/POST.*consent/)).toBe(0);
  });
});
