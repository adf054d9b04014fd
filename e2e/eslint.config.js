import js from '@eslint/js';
import ts from 'typescript-eslint';

export default ts.config({ ignores: ['node_modules/', 'target/'] }, js.configs.recommended, {
  files: ['**/*.ts'],
  extends: [...ts.configs.strictTypeChecked],
  languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
  rules: {
    // A test that waits for a fixed time is slow on one machine and wrong on another.
    'no-restricted-syntax': [
      'error',
      {
        selector: "CallExpression[callee.property.name='waitForTimeout']",
        message: 'Wait for what you see.',
      },
    ],
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    '@typescript-eslint/switch-exhaustiveness-check': 'error',
  },
});
