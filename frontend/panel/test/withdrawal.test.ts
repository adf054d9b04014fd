import { describe, expect, it } from 'vitest';
import { denied, granted, PATIENT, severalSuggestions } from '@aisupport/core/fake/data';
import { later, settle, usePage } from './fake/page';

const page = usePage();

describe('withdrawal', () => {
  it('trust05_is one click without a reason, and open suggestions disappear at once (C5)', async () => {
    const { server } = page();
    server.clinic.consents.set(PATIENT.uuid, granted());
    server.clinic.suggestions = severalSuggestions();
    server.clinic.settle('s-bp', { outcome: 'ACCEPTED' }, server.clinic.me);
    await page().openAndRead();
    expect(page().cards()).toHaveLength(4);

    await page().click('Withdraw');

    expect(server.bodies(/POST.*consent/)).toEqual([
      { patient: PATIENT.uuid, purpose: 'own-care', decision: 'WITHDRAW' },
    ]);
    expect(page().cards()).toHaveLength(1);
    expect(page().text).not.toContain('Stop metformin');
    expect(page().text).toContain('The patient withdrew on Aug 5, 2026.');
    expect(page().text).toContain('In effect since 10:00 AM. 4 undecided suggestions were removed.');
    expect(page().text).toContain('Nothing has left the practice.');
    expect(page().buttons('Undo', page().cards()[0])).toHaveLength(0); // the decision's; the withdrawal has its own
  });

  it('C5: what has left the practice is told', async () => {
    const { clinic } = page().server;
    clinic.consents.set(PATIENT.uuid, granted());
    clinic.shared = [{ recipient: 'Regional decision support', at: '2026-06-01T08:00:00.000000+00:00' }];
    await page().openAndRead();

    await page().click('Withdraw');

    expect(page().text).toContain('can’t be recalled: Regional decision support, Jun 1, 2026');
    expect(page().text).not.toContain('Nothing has left');
  });

  it('trust06_a run that ends after the withdrawal shows nothing', async () => {
    const { server } = page();
    server.clinic.consents.set(PATIENT.uuid, granted());
    server.clinic.findings = severalSuggestions();
    const release = server.hold(/GET.*run\//);
    await page().openAndRead();

    await page().click('Withdraw');
    release();
    await later(5000);

    expect(page().cards()).toHaveLength(0);
    expect(page().text).toContain('AI support is off');
  });

  it('trust06_an answer from before the withdrawal does not bring suggestions back under a new consent', async () => {
    const { server } = page();
    server.clinic.consents.set(PATIENT.uuid, granted());
    server.clinic.suggestions = severalSuggestions();
    await page().openAndRead();
    const release = server.hold(/POST.*decision/);
    await page().click('Accept', page().card('Review the metformin dose'));
    await page().click('Withdraw');
    await page().click('Record consent');
    for (const answer of ['Yes', 'The patient', 'Spoken']) {
      await page().choose(answer);
    }
    await page().click('Save');
    await later(600);

    release();
    await settle();

    expect(page().text).not.toContain('Stop metformin');
  });

  it('C5: two clicks are one withdrawal', async () => {
    const { server } = page();
    server.clinic.consents.set(PATIENT.uuid, granted());
    await page().openAndRead();

    const withdraw = page().button('Withdraw');
    withdraw.click();
    withdraw.click();
    await settle();

    expect(server.count(/POST.*consent/)).toBe(1);
  });

  it('trust05_while it is underway the open suggestions are out of sight already', async () => {
    const { server } = page();
    server.clinic.consents.set(PATIENT.uuid, granted());
    server.clinic.suggestions = severalSuggestions();
    await page().openAndRead();
    const release = server.hold(/POST.*consent/);

    await page().click('Withdraw');

    const inSight = page()
      .cards()
      .filter((card) => card.closest('[hidden]') === null);
    expect(page().cards()).toHaveLength(3);
    expect(inSight).toHaveLength(0);
    release();
  });

  it('a withdrawal that was not saved says so, and can be tried again', async () => {
    const { server } = page();
    server.clinic.consents.set(PATIENT.uuid, granted());
    await page().openAndRead();
    server.fail(/POST.*consent/, 500);
    await page().click('Withdraw');
    expect(page().text).toContain('The withdrawal was not saved. The consent still stands.');

    server.heal();
    await page().click('Withdraw');

    expect(page().text).toContain('The patient withdrew');
  });

  it('trust05_a consent that ended elsewhere takes the open suggestions away here too', async () => {
    const { server } = page();
    server.clinic.consents.set(PATIENT.uuid, granted());
    server.clinic.suggestions = severalSuggestions();
    await page().openAndRead();
    server.clinic.consents.set(PATIENT.uuid, denied('WITHDRAWN', 'WITHDRAWN'));

    await page().click('Accept', page().card('Review the metformin dose'));

    expect(page().cards()).toHaveLength(0);
    expect(page().text).toContain('The patient withdrew the consent.');
  });

  it('the consent line names since and expiry, and a clerk’s view has no suggestions', async () => {
    const { server } = page();
    server.clinic.consents.set(PATIENT.uuid, granted({ includesSensitive: true }));
    server.privileges = ['View AI Consent', 'Record AI Consent'];

    await page().openAndRead();

    expect(page().text).toContain(
      'AI support: yes since May 4, 2026, expires May 4, 2028 (sensitive topics included)',
    );
    expect(page().text).toContain('Your role sees the consent, not the suggestions.');
    expect(server.count(/run|suggestion|engine/)).toBe(0);
  });
});
