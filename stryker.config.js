/**
 * Mutation testing: single changed lines that no test notices. Not part of `npm test`: see docs/mutation-testing.md.
 * `npm run test:mutation -- app/domain/trial` takes one folder or file; without one, everything below.
 */
const named = process.env.FOYER_MUTATE?.split(',') ?? ['app/domain', 'app/features/collect']

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [
    ...named.map((path) => (/\.tsx?$/.test(path) ? path : `${path}/**/*.ts`)),
    '!**/*.test.ts',
    '!app/domain/demo/fixtures/**',
  ],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: true },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  // Wording is tested where it is promised; emptied texts elsewhere say nothing about behaviour.
  mutator: { excludedMutations: ['StringLiteral'] },
  concurrency: 2,
  timeoutMS: 20_000,
  tempDirName: '.cache/stryker',
  incremental: true,
  incrementalFile: '.cache/stryker-incremental.json',
  reporters: ['clear-text', 'json', 'html'],
  jsonReporter: { fileName: 'test-results/mutation.json' },
  htmlReporter: { fileName: 'test-results/mutation.html' },
  clearTextReporter: { logTests: false, allowColor: false, reportScoreTable: true },
}
