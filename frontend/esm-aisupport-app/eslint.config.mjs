import openmrs from '@openmrs/eslint-config';
import reactHooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

export default ts.config({ ignores: ['dist/', 'node_modules/'] }, ...openmrs, {
  files: ['**/*.{ts,tsx}'],
  extends: [...ts.configs.strictTypeChecked],
  languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
  plugins: { 'react-hooks': reactHooks },
  rules: {
    'react-hooks/exhaustive-deps': 'error',
    // Text from the server must never be parsed as HTML (X3).
    'no-restricted-properties': ['error', { property: 'innerHTML' }, { property: 'outerHTML' }],
    'no-restricted-syntax': ['error', 'JSXAttribute[name.name="dangerouslySetInnerHTML"]'],
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    '@typescript-eslint/switch-exhaustiveness-check': 'error',
    '@typescript-eslint/no-unused-vars': 'error',
  },
});
