import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../panel/src/i18n/words';

type Texts = Readonly<Record<string, string>>;

const HERE = join(import.meta.dirname, '..');
const LANGUAGES = ['en', 'da', 'es', 'fr', 'pt'];
const PLURAL = /_(zero|one|two|few|many|other)$/;

const read = (folder: string, language: string) =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Texts;
const texts = (language: string) => read(join(HERE, 'translations'), language);
const english = texts('en');

/** What the parser makes of the source alone, with nothing translated yet. */
let fresh: string;
beforeAll(() => {
  fresh = mkdtempSync(join(tmpdir(), 'words-'));
  const cli = join(HERE, '../node_modules/i18next-parser/bin/cli.js');
  const words = ['src/**/*.{ts,tsx}', '--config', 'i18next-parser.config.mjs', '--silent'];
  execFileSync(process.execPath, [cli, ...words, '--output', join(fresh, '$LOCALE.json')], { cwd: HERE });
}, 120_000);
afterAll(() => {
  rmSync(fresh, { recursive: true });
});

describe.each(LANGUAGES)('P5: %s', (language) => {
  const own = texts(language);

  it('has exactly the words of the source, each in the plural forms of this language', () => {
    expect(Object.keys(own).sort()).toEqual(Object.keys(read(fresh, language)).sort());
  });

  it('leaves no word empty', () => {
    expect(Object.keys(own).filter((key) => own[key]?.trim() === '')).toEqual([]);
  });

  it('fills in what English fills in', () => {
    for (const [key, text] of Object.entries(own)) {
      const pattern = english[key] ?? english[key.replace(PLURAL, '_other')] ?? '';
      const mayCountInWords = key.endsWith('_one');
      expect(holes(text), key).toEqual(mayCountInWords ? expect.any(Array) : holes(pattern));
    }
  });
});

it('P5: English is what the source says, but for the singulars', () => {
  const source = read(fresh, 'en');
  const plurals = Object.keys(source).filter((key) => key.endsWith('_one'));
  for (const key of Object.keys(source).filter((name) => !plurals.includes(name))) {
    expect(english[key], key).toBe(source[key]);
  }
});

describe('P5: words that the panel for legacy pages says too', () => {
  const panel = new Map(LANGUAGES.map((language) => [language, flat(languages[language] ?? {})]));
  const said = new Set(panel.get('en')?.values());
  const shared = Object.entries(english).filter(([, text]) => said.has(single(text)));

  it.each(LANGUAGES.filter((language) => language !== 'en'))('read the same in %s', (language) => {
    const own = texts(language);
    for (const [key, text] of shared) {
      expect(panelTexts(text, language), key).toContain(single(own[key] ?? ''));
    }
  });

  // A wording that changes on one screen alone would fall out of the comparison above; these must not.
  it.each([
    ['adminCautions', 'cautions'],
    ['adminDeveloper', 'developer'],
    ['adminEmbedded', 'where.EMBEDDED'],
    ['adminIntendedUse', 'intendedUse'],
    ['adminLicence', 'licence'],
    ['adminPurpose', 'purpose'],
    ['adminReads', 'inputs'],
    ['adminRemote', 'where.REMOTE'],
    ['adminRuns', 'runsWhere'],
    ['adminSource', 'source'],
    ['adminTitle', 'title'],
    ['adminValidation', 'validation'],
    ['newTab', 'newTab'],
    ['problemForbidden', 'problem.forbidden'],
    ['problemLoggedOut', 'problem.loggedOut'],
    ['problemNetwork', 'problem.network'],
    ['problemServer', 'problem.server'],
    ['tryAgain', 'retry'],
  ])('%s is the panel’s %s in every language', (key, theirs) => {
    for (const language of LANGUAGES) {
      expect(single(texts(language)[key] ?? ''), language).toBe(panel.get(language)?.get(theirs));
    }
  });

  function panelTexts(text: string, language: string): (string | undefined)[] {
    const keys = [...(panel.get('en') ?? [])].filter(([, theirs]) => theirs === single(text));
    return keys.map(([key]) => panel.get(language)?.get(key));
  }
});

function holes(text: string): string[] {
  return [...text.matchAll(/\{\{(.+?)\}\}/g)].map(([, name]) => name ?? '').sort();
}

/** As the panel writes it: one brace, and n for a count. */
function single(text: string): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => (name === 'count' ? '{n}' : `{${name}}`));
}

function flat(messages: object, prefix = ''): Map<string, string> {
  const entries = Object.entries(messages).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flat(value as object, `${prefix}${key}.`)],
  );
  return new Map(entries);
}
