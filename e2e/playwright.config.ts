import { defineConfig } from '@playwright/test';
import { chosenBrowser } from './src/world/browser.js';

const launchOptions = await chosenBrowser();

export default defineConfig({
  testDir: 'tests',
  outputDir: 'target/results',
  globalSetup: './tests/support/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['junit', { outputFile: 'target/junit.xml' }]],
  projects: [
    { name: 'unit', testDir: 'tests/unit' },
    { name: 'http', testDir: 'tests/http' },
    {
      name: 'browser',
      testDir: 'tests/browser',
      timeout: 60_000,
      use: {
        browserName: 'chromium',
        launchOptions,
        viewport: { width: 1280, height: 900 },
        locale: 'en-GB',
      },
    },
  ],
});
