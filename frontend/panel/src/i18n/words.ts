import { parseIso } from '@aisupport/core/api/iso';
import { da } from './da';
import { en, type Messages, type Plural } from './en';
import { es } from './es';
import { fr } from './fr';
import { pt } from './pt';

export const languages: Readonly<Record<string, Messages>> = { en, da, fr, es, pt };

/** The panel's words, dates and counts in one language. */
export class Words {
  readonly m: Messages;
  private readonly plurals: Intl.PluralRules;

  constructor(readonly locale: string) {
    this.m = languages[languageOf(locale)] ?? en;
    this.plurals = new Intl.PluralRules(locale);
  }

  count(plural: Plural, n: number): string {
    return fill(this.plurals.select(n) === 'one' ? plural.one : plural.other, { n: String(n) });
  }

  /** A day; a date without a time is that day wherever the reader sits. */
  date(iso: string): string {
    return this.format(iso, { dateStyle: 'medium' });
  }

  dateTime(iso: string): string {
    return this.format(iso, { dateStyle: 'medium', timeStyle: 'short' });
  }

  time(iso: string): string {
    return this.format(iso, { timeStyle: 'short' });
  }

  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.locale, { type: 'unit', style: 'long' }).format(items);
  }

  language(tag: string): string {
    try {
      return new Intl.DisplayNames(this.locale, { type: 'language' }).of(tag) ?? tag;
    } catch {
      return tag;
    }
  }

  private format(iso: string, options: Intl.DateTimeFormatOptions): string {
    const date = parseIso(iso);
    // What can't be read is shown as it came: a wrong date would be worse than an ugly one.
    return Number.isNaN(date.getTime()) ? iso : new Intl.DateTimeFormat(this.locale, options).format(date);
  }
}

/** The first language of the wishes that the panel speaks, else English. OpenMRS writes en_GB for en-GB. */
export function chooseLocale(...wishes: (string | null | undefined)[]): string {
  for (const wish of wishes) {
    const tag = canonical(wish ?? '');
    if (tag !== undefined && languageOf(tag) in languages) {
      return tag;
    }
  }
  return 'en';
}

export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (braced, name: string) => values[name] ?? braced);
}

/** The panel's word for one of the server's, if it has one: a newer server may send words that nobody knew here. */
export function known(texts: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(texts, word) ? texts[word] : undefined;
}

/** In the panel's words, else as the server wrote it. */
export function worded(texts: Readonly<Record<string, string>>, word: string): string {
  return known(texts, word) ?? word;
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

function languageOf(locale: string): string {
  return locale.split('-')[0] ?? '';
}
