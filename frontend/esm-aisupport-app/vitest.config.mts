import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    setupFiles: ['./test/setup.ts'],
    mockReset: true,
    restoreMocks: true,
    // docs/trust.md is held to what these reports say.
    reporters: ['default', ['junit', { outputFile: '../target/junit-esm-aisupport-app.xml' }]],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    server: { deps: { inline: [/@openmrs/] } },
    alias: [
      {
        find: /^@openmrs\/esm-framework(\/src\/internal)?$/,
        replacement: new URL('./test/esm-framework.js', import.meta.url).pathname,
      },
    ],
  },
});
