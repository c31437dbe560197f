import tsconfigPaths from 'vite-tsconfig-paths'
import { defineConfig } from 'vitest/config'

/** The tests that judge a mutation: unit tests, and for the collecting its tests on PostgreSQL. */
const onDatabase = (process.env.FOYER_MUTATE ?? '').includes('collect')

export default defineConfig({
  plugins: [tsconfigPaths({ projects: ['./tsconfig.json'] })],
  test: {
    include: onDatabase
      ? ['app/features/collect/**/*.test.ts']
      : ['app/domain/**/*.test.ts', 'tests/content/**/*.test.ts', 'tests/conformance/**/*.test.ts'],
    globalSetup: onDatabase ? ['./db/testing-server.ts'] : [],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
