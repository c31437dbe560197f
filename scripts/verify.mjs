// npm run verify: the quick checks before a commit. Runs every check even when one fails.
import { join } from 'node:path'
import { ROOT, checkNode, ensureInstalled } from './bootstrap.mjs'
import { CHECKS } from './checks.mjs'
import { runBeside, sayParts, timed } from './parts.mjs'

const QUICK = [
  {
    name: 'unit tests',
    command: [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'unit', '--reporter=minimal'],
    env: { NODE_ENV: 'test' },
  },
  { name: 'content', command: ['--import', 'tsx', 'scripts/content.ts', 'check'] },
]

checkNode()
const installed = await timed('install', ensureInstalled)
const parts = [installed, ...(await runBeside([...QUICK, ...CHECKS]))]
sayParts(parts, [
  'Not run: tests on PostgreSQL (npm run test:integration), in a browser (npm run test:e2e), and what npm run test:all adds',
])
