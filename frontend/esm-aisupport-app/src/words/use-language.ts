import { useTranslation } from 'react-i18next';

/** The reader's language, without the country: `da` for `da_DK`. */
export function useLanguage(): string {
  const { i18n } = useTranslation();
  return (i18n.language || 'en').split(/[-_]/)[0] ?? 'en';
}
