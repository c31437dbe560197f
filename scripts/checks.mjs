// The checks that read the sources without running them, for verify and test alike; what takes longest is first.
import { join } from 'node:path'
import { ROOT } from './bootstrap.mjs'

const bin = (path) => join(ROOT, 'node_modules', path)
const cache = (name) => join(ROOT, 'node_modules/.cache', name)

/** Each is a Node script with its arguments; exit code 0 means that it passes. */
export const CHECKS = [
  { name: 'lint', command: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
  {
    name: 'types',
    command: [
      bin('typescript/bin/tsc'),
      '--noEmit',
      '--incremental',
      '--tsBuildInfoFile',
      cache('types.tsbuildinfo'),
    ],
  },
  {
    name: 'format',
    command: [
      bin('prettier/bin/prettier.cjs'),
      '--check',
      '--log-level=warn',
      '--cache',
      '--cache-strategy=content',
      `--cache-location=${cache('format.json')}`,
      '.',
    ],
  },
  {
    name: 'import boundaries',
    command: [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      'app',
      'db',
      'scripts',
      'server.ts',
      '--config',
      '.dependency-cruiser.cjs',
    ],
  },
  { name: 'dead code', command: [bin('knip/bin/knip.js')] },
]
