import { beforeEach, describe, expect, it } from 'vitest';
import type { PurposeState } from '@aisupport/core/api/contract';
import { granted, instant, PATIENT, severalSuggestions } from '@aisupport/core/fake/data';
import { later, usePage } from './fake/page';

const page = usePage();
const DAY = 86_400_000;

function endingIn(days: number, part: Partial<PurposeState> = {}): PurposeState {
  return granted({ expires: instant(new Date(Date.now() + days * DAY)), ...part });
}

beforeEach(() => {
  page().server.clinic.suggestions = severalSuggestions();
});

async function renew(answers: string[]): Promise<void> {
  await page().click('Record again');
  for (const answer of answers) {
    await page().choose(answer);
  }
  await page().click('Save');
}

describe('C7: a yes that ends soon', () => {
  it.each([
    [60, 'It ends in 60 days.'],
    [1, 'It ends in 1 day.'],
    [0.5, 'It ends in 1 day.'],
  ])('says so %s days before, in one line', async (days, words) => {
    page().server.clinic.consents.set(PATIENT.uuid, endingIn(days));

    await page().openAndRead();

    expect(page().text).toContain(words);
    expect(page().buttons('Record again')).toHaveLength(1);
    expect(page().all('aisupport-consent-form')).toHaveLength(0);
  });

  it.each([endingInLater, withoutEnd])('is not mentioned earlier, or when it has no end', async (state) => {
    page().server.clinic.consents.set(PATIENT.uuid, state());

    await page().openAndRead();

    expect(page().text).not.toContain('It ends in');
    expect(page().buttons('Record again')).toHaveLength(0);
  });

  it('is told to who may not record, without a button', async () => {
    page().server.privileges = page().server.privileges.filter((name) => name !== 'Record AI Consent');
    page().server.clinic.consents.set(PATIENT.uuid, endingIn(10));

    await page().openAndRead();

    expect(page().text).toContain('It ends in 10 days.');
    expect(page().buttons('Record again')).toHaveLength(0);
  });

  it('is recorded again beside the suggestions, and what the GP was writing stays', async () => {
    page().server.clinic.consents.set(PATIENT.uuid, endingIn(10));
    await page().openAndRead();
    const card = page().card('Review the metformin dose');
    await page().click('Edit wording', card);
    await page().type('Your wording', 'Halve it', card);
    const runs = page().server.count(/POST.*run/);

    await renew(['Yes', 'The patient', 'Spoken']);
    await later(600);

    expect(page().text).toContain('expires Aug 4, 2028');
    expect(page().text).not.toContain('It ends in');
    expect(page().field('Your wording', page().card('Review the metformin dose')).value).toBe('Halve it');
    expect(page().server.count(/POST.*run/)).toBe(runs);
  });

  it('C10: that now includes sensitive topics is read anew', async () => {
    page().server.clinic.consents.set(PATIENT.uuid, endingIn(10));
    await page().openAndRead();
    const runs = page().server.count(/POST.*run/);

    await renew(['Yes', 'The patient', 'Spoken', 'Read them too']);
    await later(600);

    expect(page().text).toContain('(sensitive topics included)');
    expect(page().server.count(/POST.*run/)).toBe(runs + 1);
  });

  it('C5: asked again and answered with no, ends at once and can be undone', async () => {
    page().server.clinic.consents.set(PATIENT.uuid, endingIn(10));
    await page().openAndRead();

    await renew(['No']);

    expect(page().cards()).toHaveLength(0);
    expect(page().text).toContain('The patient said no on Aug 5, 2026.');
    expect(page().text).toContain('5 undecided suggestions were removed.');
    await page().click('Undo');
    expect(page().text).toContain('It ends in 10 days.');
  });
});

function endingInLater(): PurposeState {
  return endingIn(60.1);
}

function withoutEnd(): PurposeState {
  return { purpose: 'own-care', status: 'GRANTED', permitted: true, includesSensitive: false };
}
