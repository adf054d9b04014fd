import { describe, expect, it } from 'vitest';
import {
  type ConsentStatus,
  DENIAL_REASONS,
  type PurposeState,
  type RunStatus,
  SUGGESTION_STATUSES,
} from '@aisupport/core/api/contract';
import { en } from '../src/i18n/en';
import { parseIso } from '@aisupport/core/api/iso';
import { chooseLocale, fill, languages, Words } from '../src/i18n/words';
import { deniedWords } from '../src/views/denied';
import { wordsOf } from '@aisupport/core/fake/contract';
import { denied, PATIENT } from '@aisupport/core/fake/data';
import { usePage } from './fake/page';

const page = usePage();

function flat(messages: object, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value as object, `${prefix}${key}.`),
  );
}

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe.each(Object.keys(languages).filter((language) => language !== 'en'))('%s', (language) => {
  const texts = flat(languages[language] ?? {});

  it('P5: fills in what English fills in', () => {
    const english = new Map(flat(en));
    for (const [key, text] of texts) {
      const mayCountInWords = /\.(one|other)$/.test(key);
      if (!mayCountInWords) {
        expect(holes(text), key).toEqual(holes(english.get(key) ?? ''));
      }
    }
  });

  it('P5: is translated, but for the words that are the same', () => {
    const english = new Map(flat(en));
    const same = texts.filter(([key, text]) => english.get(key) === text).map(([key]) => key);

    expect(same.length, same.join(', ')).toBeLessThan(12);
  });

  it('P5: counts above one name the number', () => {
    for (const [key, text] of texts.filter(([name]) => name.endsWith('.other'))) {
      expect(text, key).toContain('{n}');
    }
  });

  it('S4: a form and a panel in this language hold no English sentence', async () => {
    page().server.clinic.consents.set(PATIENT.uuid, denied('NOT_RECORDED', 'NO_RECORD'));
    await page().open({ locale: language });

    expect(page().text).toContain(languages[language]?.denied.NO_RECORD);
    expect(page().text).not.toContain(en.denied.NO_RECORD);
  });
});

describe('the server’s words', () => {
  it.each([
    ['DenialReason', en.denied, wordsOf('DenialReason')],
    ['ConsentStatus', en.standing, wordsOf('ConsentStatus')],
    ['indicator', en.indicator, wordsOf('Suggestion', 'indicator')],
    ['kind', en.kind, wordsOf('Suggestion', 'kind')],
    ['outcome', en.outcome, wordsOf('Suggestion', 'decision', 'outcome')],
    ['where', en.where, wordsOf('Engine', 'where')],
  ])('P5: each %s of the contract has a text, and no other', (_, texts, listed) => {
    expect(Object.keys(texts).sort()).toEqual(listed);
  });

  it('of a run, a consent and a suggestion are those that the panel was written for', () => {
    const run: Record<RunStatus, 1> = { RUNNING: 1, COMPLETED: 1, FAILED: 1, CANCELLED: 1, DISCARDED: 1 };
    const consent: Record<ConsentStatus, 1> = {
      NOT_RECORDED: 1,
      GRANTED: 1,
      REFUSED: 1,
      WITHDRAWN: 1,
      EXPIRED: 1,
      LAPSED: 1,
      PENDING: 1,
    };

    expect(Object.keys(run).sort()).toEqual(wordsOf('RunStatus'));
    expect(Object.keys(consent).sort()).toEqual(wordsOf('ConsentStatus'));
    expect([...SUGGESTION_STATUSES].sort()).toEqual(wordsOf('SuggestionStatus'));
    expect([...DENIAL_REASONS].sort()).toEqual(wordsOf('DenialReason'));
  });
});

describe.each(Object.entries(languages))('in %s', (language, m) => {
  it.each(Object.keys(m.standing))('P5: an unknown reason under %s is still a sentence', (status) => {
    const unknown = { ...denied('REFUSED', 'REFUSED'), status, reason: 'MOON_PHASE' };

    const words = deniedWords(unknown as unknown as PurposeState, new Words(language));

    expect(words).toContain(m.standing[status as ConsentStatus]);
    expect(words).toContain('MOON_PHASE');
    expect(words).toMatch(/\.$/);
  });

  it('P5: no two reasons are said in the same words', () => {
    const words = Object.values(m.denied);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('the language', () => {
  it('is the attribute’s, else the page’s, else English; OpenMRS writes it with an underscore', () => {
    expect(chooseLocale('da', 'fr')).toBe('da');
    expect(chooseLocale('sw', 'fr')).toBe('fr');
    expect(chooseLocale('', null, undefined)).toBe('en');
    expect(chooseLocale('pt_BR')).toBe('pt-BR');
    expect(chooseLocale('not a language', 'es')).toBe('es');
  });

  it('of the page counts when the attribute is missing', async () => {
    document.documentElement.lang = 'da';
    await page().open({ locale: '' });
    document.documentElement.lang = '';

    expect(page().text).toContain('AI-støtte er slået fra');
  });
});

describe('dates', () => {
  it('are written as the locale writes them', () => {
    expect(new Words('en-GB').date('2026-03-02')).toBe('2 Mar 2026');
    expect(new Words('da').date('2026-03-02')).toBe('2. mar. 2026');
  });

  it('a day is that day in every time zone', () => {
    const day = parseIso('2026-03-02');
    expect([day.getFullYear(), day.getMonth(), day.getDate()]).toEqual([2026, 2, 2]);
  });

  it('microseconds are read, and what is no date is shown as it came', () => {
    expect(parseIso('2026-03-02T08:00:00.123456+01:00').toISOString()).toBe('2026-03-02T07:00:00.123Z');
    expect(new Words('en').date('last spring')).toBe('last spring');
  });

  it('zero counts as the language counts it', () => {
    const { suggestions } = languages['fr'] ?? en;
    expect(new Words('fr').count(suggestions, 0)).toBe('0 suggestion');
    expect(new Words('en').count(en.suggestions, 0)).toBe('0 suggestions');
  });

  it('what is filled in is never filled again', () => {
    expect(fill('{a} {b}', { a: '{b}', b: 'x' })).toBe('{b} x');
  });
});
