// English is what the source says; the other languages keep what is translated and get the new keys empty.
export default {
  locales: ['en', 'da', 'es', 'fr', 'pt'],
  output: 'translations/$LOCALE.json',
  lexers: { ts: ['JavascriptLexer'], tsx: ['JsxLexer'] },
  keySeparator: false,
  namespaceSeparator: false,
  sort: true,
  keepRemoved: false,
  createOldCatalogs: false,
  indentation: 2,
  lineEnding: '\n',
  defaultValue: (locale, _namespace, _key, value) => (locale === 'en' ? value : ''),
};
