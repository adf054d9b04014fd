import { defineConfig } from 'vitest/config';

export default defineConfig({
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    lib: { entry: 'src/index.ts', formats: ['es'], fileName: () => 'ai-panel.js' },
    // A library's ES format keeps its white space for other bundlers; this file goes to browsers as it is.
    rolldownOptions: { output: { minify: true } },
  },
  test: {
    environment: 'jsdom',
    include: ['test/**/*.test.ts'],
    restoreMocks: true,
    // docs/trust.md is held to what these reports say.
    reporters: ['default', ['junit', { outputFile: '../target/junit-panel.xml' }]],
    testTimeout: 20_000, // axe takes its time on a busy machine
  },
});
