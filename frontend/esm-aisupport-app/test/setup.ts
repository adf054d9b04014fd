import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { afterEach, vi } from 'vitest';
import en from '../translations/en.json';

// openmrsFetch reads its settings before it answers; the shell sets them when it starts.
vi.mock('@openmrs/esm-config', async (original) => ({
  ...(await original<object>()),
  getConfig: () =>
    Promise.resolve({ redirectAuthFailure: { enabled: false, errors: [] }, followRedirects: false }),
}));

// As the shell does it: the words of the translation file, with their plurals, and no HTML made of them.
await i18next.use(initReactI18next).init({
  lng: 'en',
  resources: { en: { translation: en } },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

afterEach(cleanup);
