import { defineConfig } from '@playwright/test';
import { chosenBrowser } from './src/world/browser.js';

const launchOptions = await chosenBrowser();
const browser = {
  browserName: 'chromium' as const,
  launchOptions,
  viewport: { width: 1280, height: 900 },
  locale: 'en-GB',
};

export default defineConfig({
  testDir: 'tests',
  outputDir: 'target/results',
  globalSetup: './tests/support/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['junit', { outputFile: 'target/junit.xml' }]],
  projects: [
    { name: 'unit', testDir: 'tests/unit' },
    { name: 'http', testDir: 'tests/http' },
    { name: 'crash', testDir: 'tests/crash' },
    { name: 'browser', testDir: 'tests/browser', timeout: 60_000, use: browser },
    // The first page of O3 loads some megabytes of script.
    { name: 'o3', testDir: 'tests/o3', timeout: 120_000, use: browser },
  ],
});
