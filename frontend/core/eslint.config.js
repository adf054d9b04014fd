import js from '@eslint/js';
import ts from 'typescript-eslint';

export default ts.config({ ignores: ['node_modules/'] }, js.configs.recommended, {
  files: ['**/*.ts'],
  extends: [...ts.configs.strictTypeChecked],
  languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
  rules: {
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    '@typescript-eslint/switch-exhaustiveness-check': 'error',
  },
});
