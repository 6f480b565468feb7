import tseslint from 'typescript-eslint'
import reactHooks from 'eslint-plugin-react-hooks'
import { replacementRule } from './scripts/lint/replacements.js'
import { roomRules } from './scripts/lint/rooms.js'
import { wordsRule } from './scripts/lint/words-rule.js'

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      '.next',
      'dist',
      '.data',
      '.cache',
      'lib/db/generated',
      'next-env.d.ts',
      'test-results',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
      complexity: ['error', 20],
    },
  },
  {
    // What describes a group of tests is a list, and no function that does something.
    ignores: ['**/*.{test,spec}.{ts,tsx}'],
    rules: { 'max-lines-per-function': ['error', 120] },
  },
  {
    // They ask the types: for a promise that nobody waits for, and one that stands where nobody expects it.
    files: ['{app,components,e2e,lib,prisma,scripts}/**/*.{ts,tsx}', '*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
  {
    plugins: { ours: { rules: { replacement: replacementRule, words: wordsRule } } },
    rules: { 'ours/replacement': 'error' },
  },
  {
    files: ['{app/(desk),components/desk,components/ui}/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}', '**/testing/**'],
    rules: { 'ours/words': 'error' },
  },
  { files: ['**/*.cjs'], languageOptions: { globals: { module: 'writable' } } },
  ...roomRules,
)
