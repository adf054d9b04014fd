import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// openmrsFetch reads its settings before it answers; the shell sets them when it starts.
vi.mock('@openmrs/esm-config', async (original) => ({
  ...(await original<object>()),
  getConfig: () =>
    Promise.resolve({ redirectAuthFailure: { enabled: false, errors: [] }, followRedirects: false }),
}));

afterEach(cleanup);
