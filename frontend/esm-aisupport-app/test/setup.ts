import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { afterEach, vi } from 'vitest';
import da from '../translations/da.json';
import en from '../translations/en.json';
import es from '../translations/es.json';
import fr from '../translations/fr.json';
import pt from '../translations/pt.json';

// As the shell sets it up, and with the module's own texts, so that what is filled in and counted is tried as well.
await i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  nsSeparator: false,
  resources: {
    en: { translation: en },
    da: { translation: da },
    es: { translation: es },
    fr: { translation: fr },
    pt: { translation: pt },
  },
});

// openmrsFetch reads its settings before it answers; the shell sets them when it starts.
vi.mock('@openmrs/esm-config', async (original) => ({
  ...(await original<object>()),
  getConfig: () =>
    Promise.resolve({ redirectAuthFailure: { enabled: false, errors: [] }, followRedirects: false }),
}));

afterEach(cleanup);

// Nothing is fetched in a test, so no page of one comes to rest.
vi.stubGlobal('PerformanceObserver', undefined);
