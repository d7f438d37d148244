import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Chinese. Words live in catalogues and in content/, where they stand beside their English. */
const HAN = '/[\\u4e00-\\u9fff]/';
const WORDS_IN_CODE = 'Words belong in src/lib/i18n/messages/<room>/ or content/words/, in both languages.';
const wordsInCode = ['Literal', 'SvelteText', 'TemplateElement'].map((node) => ({
  selector: node === 'TemplateElement' ? `${node}[value.raw=${HAN}]` : `${node}[value=${HAN}]`,
  message: WORDS_IN_CODE,
}));

/** Time, chance and identity come into the trade world through the door, or replays drift. */
const IMPURE = ['process', 'Buffer', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'fetch'];
const impureCalls = [
  { object: 'Date', property: 'now' },
  { object: 'Math', property: 'random' },
];

export default ts.config(
  {
    ignores: ['build/', '.svelte-kit/', '.data/', 'src/lib/paraglide/', 'node_modules/', 'test-results/'],
  },
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['error', 'warn'] }],
      'object-shorthand': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
      // The compiler knows names better.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // With noUncheckedIndexedAccess, an index that was looked at on the line before needs it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // `void` in a union is how a callback says that it may give nothing back.
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig } },
    rules: {
      // Sanitized HTML is shown in one component, which says so; everywhere else markup is text.
      'svelte/no-at-html-tags': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/require-each-key': 'error',
      // It knows only a part of the compiler's warnings; svelte-check knows them all.
      'svelte/no-unused-svelte-ignore': 'off',
      // `{' '}` keeps a blank that the formatter would lose; local values need no reactive twin.
      'svelte/no-useless-mustaches': 'off',
      'svelte/prefer-svelte-reactivity': 'off',
      // The site is always at the root of its address: nothing to resolve.
      'svelte/no-navigation-without-resolve': 'off',
      // $props() is destructured with `let`, as Svelte documents it.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all', excludedRunes: ['$props', '$derived'] }],
    },
  },
  {
    files: ['src/**/*.{ts,js,svelte}'],
    // The demo school's people have names, and citations are read from Chinese document numbers.
    ignores: ['**/*.test.ts', 'src/lib/server/demo/**', 'src/lib/server/library/citation.ts', 'src/host/**'],
    rules: { 'no-restricted-syntax': ['error', ...wordsInCode] },
  },
  {
    files: ['simulator/**/*.ts'],
    ignores: ['**/*.test.ts', 'simulator/cli.ts', 'simulator/terminal/**'],
    rules: {
      'no-restricted-globals': ['error', ...IMPURE, 'Intl', 'performance', 'crypto'],
      'no-restricted-properties': ['error', ...impureCalls],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date']",
          message: 'Use trade/time.ts: integer ms at +08:00.',
        },
        {
          selector: 'CallExpression[callee.property.name=/^toLocale|^localeCompare$/]',
          message: 'Locales differ between machines, and replays would drift.',
        },
      ],
    },
  },
  {
    // The start script speaks to a terminal, and the terminal of the trade world does too.
    files: ['src/host/**', 'simulator/cli.ts', 'simulator/terminal/**', 'tests/**', '*.config.*'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs' },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
