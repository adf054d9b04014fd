import { beforeEach, describe, expect, it } from 'vitest';
import { ENCOUNTER, granted, PATIENT, severalSuggestions } from '@aisupport/core/fake/data';
import { later, settle, textOf, usePage } from './fake/page';

const page = usePage();
const DOSE = 'Review the metformin dose';
const STOP = 'Stop metformin';

beforeEach(() => {
  page().server.clinic.consents.set(PATIENT.uuid, granted());
  page().server.clinic.suggestions = severalSuggestions();
});

describe('deciding', () => {
  it('sends the version that was seen, and says so only after the server did', async () => {
    await page().openAndRead();
    const release = page().server.hold(/POST.*decision/);
    await page().click('Accept', page().card(DOSE));
    expect(page().text).not.toContain('Accepted by');

    release();
    await settle();

    expect(page().server.bodies(/POST.*decision/)).toEqual([
      { outcome: 'ACCEPTED', version: 0, encounter: ENCOUNTER },
    ]);
    expect(textOf(page().card(DOSE))).toContain('Accepted by Dr. Lind, Aug 5, 2026');
  });

  it('trust19_two clicks send one decision (S2)', async () => {
    await page().openAndRead();
    const accept = page().button('Accept', page().card(DOSE));
    const reject = page().button('Reject', page().card(DOSE));

    accept.click();
    accept.click();
    reject.click();
    await settle();

    expect(page().server.count(/POST.*decision/)).toBe(1);
  });

  it('S5: rejecting takes one click', async () => {
    await page().openAndRead();

    await page().click('Reject', page().card(DOSE));

    expect(page().server.bodies(/POST.*decision/)).toEqual([
      { outcome: 'REJECTED', version: 0, encounter: ENCOUNTER },
    ]);
    expect(textOf(page().card(DOSE))).toContain('Rejected by Dr. Lind');
  });

  it('S5: a chosen reason goes with it and is shown in words', async () => {
    await page().openAndRead();
    await page().select('Reason for rejecting', 'wrong-data', page().card(DOSE));

    await page().click('Reject', page().card(DOSE));

    expect(page().server.bodies(/POST.*decision/)[0]).toMatchObject({ overrideReason: 'wrong-data' });
    expect(textOf(page().card(DOSE))).toContain('Reason: The data is wrong');
  });

  it('S5: the reasons stand in the server’s groups and order', async () => {
    await page().openAndRead();

    const select = page().field('Reason for rejecting', page().card(DOSE));
    const groups = [...select.querySelectorAll('optgroup')].map(({ label, children }) => [
      label,
      ...[...children].map(textOf),
    ]);
    expect(groups).toEqual([
      ['The patient’s wishes', 'The patient declines'],
      ['What may come of it', 'The benefit outweighs the risk'],
      ['The record', 'The data is wrong', 'Not supported by the record'],
    ]);
  });

  it('S5: rejecting a critical one needs a reason, and without it nothing is sent', async () => {
    await page().openAndRead();
    const card = page().card(STOP);
    await page().click('Reject', card);
    expect(page().server.count(/POST.*decision/)).toBe(0);
    expect(card.shadowRoot?.activeElement).toBe(page().field('Reason for rejecting', card));

    await page().select('Reason for rejecting', 'benefit-outweighs', card);
    await page().click('Reject', card);

    expect(page().server.count(/POST.*decision/)).toBe(1);
    expect(textOf(page().card(STOP))).toContain('Rejected by Dr. Lind');
  });

  it('S5: what is missing is drawn right after its select, and goes with the choice', async () => {
    await page().openAndRead();
    const card = page().card(STOP);
    const select = page().field('Reason for rejecting', card);
    const error = select.closest('.field')?.nextElementSibling ?? document.body;
    expect([error.id, textOf(error)]).toEqual(['reason-error', '']);

    await page().click('Reject', card);

    expect(textOf(error)).toBe('Choose a reason first: this suggestion is critical. Nothing was sent.');
    expect(select.getAttribute('aria-describedby')).toBe(error.id);
    expect(select.getAttribute('aria-invalid')).toBe('true');
    await page().select('Reason for rejecting', 'benefit-outweighs', card);
    expect(textOf(error)).toBe('');
    expect(select.getAttribute('aria-invalid')).toBe('false');
  });

  it('S5: accepting a critical one needs none', async () => {
    await page().openAndRead();

    await page().click('Accept', page().card(STOP));

    expect(textOf(page().card(STOP))).toContain('Accepted by');
  });

  it('reasons that could not be loaded can be loaded again', async () => {
    page().server.fail(/GET.*engine$/, 500);
    await page().openAndRead();
    const card = page().card(STOP);
    expect(textOf(card)).toContain('The reasons could not be loaded.');
    page().server.heal();

    await page().click('Try again', card);

    expect(textOf(card)).toContain('The benefit outweighs the risk');
  });

  it('accepting with own wording sends it, and shows it', async () => {
    await page().openAndRead();
    await page().click('Edit wording', page().card(DOSE));
    await page().type('Your wording', 'Halve the dose from Monday', page().card(DOSE));

    await page().click('Accept', page().card(DOSE));

    expect(page().server.bodies(/POST.*decision/)[0]).toMatchObject({ text: 'Halve the dose from Monday' });
    expect(textOf(page().card(DOSE))).toContain('Accepted with edits by Dr. Lind');
    expect(textOf(page().card(DOSE))).toContain('Wording: Halve the dose from Monday');
  });

  it('an open editor without a change is a plain acceptance', async () => {
    await page().openAndRead();
    await page().click('Edit wording', page().card(DOSE));

    await page().click('Accept', page().card(DOSE));

    expect(page().server.bodies(/POST.*decision/)[0]).not.toHaveProperty('text');
  });

  it('S9: a decided card stays in its place and the next open one comes up', async () => {
    await page().openAndRead();
    const before = page().cards().indexOf(page().card(DOSE));

    await page().click('Accept', page().card(DOSE));

    expect(page().cards().indexOf(page().card(DOSE))).toBe(before);
    expect(page().cards()).toHaveLength(4);
    expect(page().text).toContain('Show 1 more');
  });

  it('a failure says so, keeps what was typed, and the next click works', async () => {
    await page().openAndRead();
    await page().click('Edit wording', page().card(DOSE));
    await page().type('Your wording', 'Halve the dose', page().card(DOSE));
    page().server.down = true;
    await page().click('Accept', page().card(DOSE));
    expect(textOf(page().card(DOSE))).toContain('The server can’t be reached.');
    expect(page().field('Your wording', page().card(DOSE)).value).toBe('Halve the dose');

    page().server.heal();
    await page().click('Accept', page().card(DOSE));

    expect(textOf(page().card(DOSE))).toContain('Accepted with edits');
  });

  it('a list that was asked for before the decision does not undo it on the screen', async () => {
    const { server } = page();
    await page().open();
    const list = server.hold(/GET.*suggestion$/);
    await later(600);

    await page().click('Accept', page().card(DOSE));
    list();
    await settle();

    expect(textOf(page().card(DOSE))).toContain('Accepted by');
  });
});
