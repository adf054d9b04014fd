import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** One of the screen's texts: by its key, in English for whoever reads the source, and with what is filled in. */
export type Words = (
  key: string,
  english: string,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** React escapes what it draws. Escaped by i18next as well, an apostrophe in a name would show as its entity. */
export function useWords(): Words {
  const { t } = useTranslation();
  return useCallback(
    (key, english, values) => t(key, english, { ...values, interpolation: { escapeValue: false } }),
    [t],
  );
}

/** The text for one of the server's words, if there is one: a newer server may send words that nobody knew here. */
export function textFor(texts: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(texts, word) ? texts[word] : undefined;
}
