import i18next from 'i18next';
import type { Words } from './use-words';

const NAMESPACE = 'aisupport-print';

type Texts = Readonly<Record<string, string>>;

const texts: Readonly<Record<string, () => Promise<{ default: Texts }>>> = {
  en: () => import('../../translations/en.json'),
  da: () => import('../../translations/da.json'),
  fr: () => import('../../translations/fr.json'),
  es: () => import('../../translations/es.json'),
  pt: () => import('../../translations/pt.json'),
};

/** The texts in a language that is not the reader's: what is printed is for the patient. */
export async function wordsIn(language: string): Promise<Words> {
  const known = language in texts ? language : 'en';
  const bundle = await texts[known]?.();
  i18next.addResourceBundle(known, NAMESPACE, bundle?.default, true, true);
  const t = i18next.getFixedT(known, NAMESPACE);
  return (key, english, values) => t(key, english, { ...values, interpolation: { escapeValue: false } });
}
