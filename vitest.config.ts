import { availableParallelism } from 'node:os'
import tsconfigPaths from 'vite-tsconfig-paths'
import { defineConfig } from 'vitest/config'

const exclude = ['node_modules/**', 'build/**', '.data/**', '.cache/**', 'tests/e2e/**']

export default defineConfig({
  plugins: [tsconfigPaths({ projects: ['./tsconfig.json'] })],
  test: {
    setupFiles: ['./tests/support/engine-setting.ts'],
    // One a core: without it Vitest leaves one core free.
    maxWorkers: availableParallelism(),
    // Modules are loaded once a worker, not once a file: tests leave nothing behind in them.
    isolate: false,
    coverage: {
      provider: 'v8',
      include: ['app/**/*.{ts,tsx}', 'db/**/*.ts', 'scripts/**/*.ts', 'lint/**/*.js'],
      reporter: ['text-summary', 'html'],
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, '**/*.db.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['**/*.db.test.ts'],
          exclude,
          globalSetup: ['./db/testing-server.ts', './tests/support/build-processes.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
