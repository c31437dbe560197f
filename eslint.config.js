import { fileURLToPath } from 'node:url'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { noBareBody } from './lint/no-bare-body.js'
import { noBareRoute } from './lint/no-bare-route.js'
import { noBareText } from './lint/no-bare-text.js'
import { noBareVerb } from './lint/no-bare-verb.js'
import { noDateText } from './lint/no-date-text.js'

/** Rules of our own. */
const foyer = {
  rules: {
    'no-bare-body': noBareBody,
    'no-bare-route': noBareRoute,
    'no-bare-text': noBareText,
    'no-bare-verb': noBareVerb,
    'no-date-text': noDateText,
  },
}

export default tseslint.config(
  {
    ignores: [
      'build/**',
      'node_modules/**',
      '.data/**',
      '.cache/**',
      'coverage/**',
      'playwright-report/**',
      'test-results/**',
      'tests/corpus/**',
    ],
  },
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-param-reassign': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-control-regex': 'error',
      complexity: ['error', 12],
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 5],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: true }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message:
            'Only the component that shows vetted HTML may do this; disable the rule there with the reason.',
        },
        {
          selector: "JSXAttribute[name.name='style']",
          message:
            'The Content-Security-Policy allows no style attributes from the server: use classes, SVG attributes, meter or progress.',
        },
        {
          selector: "JSXAttribute[name.name='prefetch']",
          message:
            'Remix reloads the page when it cannot prefetch, and offline nothing is left: app/connection fetches code ahead.',
        },
        {
          selector: 'ExportAllDeclaration',
          message: 'No barrels: import from the file that owns the thing.',
        },
      ],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: fileURLToPath(new URL('.', import.meta.url)) },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/only-throw-error': [
        'error',
        {
          allow: [
            { from: 'lib', name: 'Response' },
            { from: 'package', package: '@remix-run/server-runtime', name: 'TypedResponse' },
          ],
          allowThrowingUnknown: true,
        },
      ],
    },
  },
  {
    files: ['app/**/*.ts', 'app/**/*.tsx', 'db/**/*.ts', 'scripts/**/*.ts', 'server.ts'],
    ignores: ['app/domain/day.ts', '**/*.test.ts', '**/*.test.tsx', 'db/testing*.ts'],
    plugins: { foyer },
    rules: { 'foyer/no-date-text': 'error' },
  },
  {
    files: ['app/routes/**', 'app/features/**', 'app/root.tsx'],
    ignores: ['**/*.test.ts', '**/*.test.tsx'],
    plugins: { foyer },
    rules: { 'foyer/no-bare-body': 'error' },
  },
  {
    files: ['app/routes/**'],
    plugins: { foyer },
    rules: { 'foyer/no-bare-route': 'error' },
  },
  {
    files: ['app/features/**'],
    ignores: ['**/*.test.ts', '**/*.test.tsx'],
    plugins: { foyer },
    rules: { 'foyer/no-bare-verb': 'error' },
  },
  {
    files: ['**/*.tsx', 'app/**/use-*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  { files: ['**/*.tsx'], ...jsxA11y.flatConfigs.recommended },
  {
    files: ['app/**/*.tsx'],
    // What MDX is made of becomes HTML on the server: no React changes it in the browser.
    ignores: ['app/features/content/components/**'],
    plugins: { foyer },
    rules: {
      'foyer/no-bare-text': 'error',
      'no-restricted-imports': [
        'error',
        { name: 'react-i18next', importNames: ['Trans'], message: 'Take RichText: it survives translation.' },
      ],
    },
  },
  {
    files: ['scripts/**', 'server.ts', 'tests/**', 'bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'tests/**'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
)
