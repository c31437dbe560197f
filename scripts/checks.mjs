// The checks that read the sources without running them, for verify and test alike.
import { join } from 'node:path'
import { ROOT } from './bootstrap.mjs'

const bin = (path) => join(ROOT, 'node_modules', path)

/** Each is a Node script with its arguments; 0 means that it holds. */
export const CHECKS = [
  { name: 'format', command: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
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
  { name: 'types', command: [bin('typescript/bin/tsc'), '--noEmit'] },
]
