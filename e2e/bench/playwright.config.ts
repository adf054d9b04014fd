import { defineConfig } from '@playwright/test';
import { chosenBrowser } from '../src/world/browser.js';

/** The runner of the tests, for its browser and its logins; but nothing here is a test. */
export default defineConfig({
  testDir: '.',
  testMatch: /\.bench\.ts$/,
  outputDir: '../target/bench/results',
  globalSetup: './global-setup.ts',
  workers: 1,
  timeout: 0,
  expect: { timeout: 60_000 },
  reporter: [['line']],
  use: {
    browserName: 'chromium',
    launchOptions: await chosenBrowser(),
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    serviceWorkers: 'block',
  },
});
