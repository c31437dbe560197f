// npm run test:mutation -- [folder or file …]: changes single lines and reports the changes that no test notices.
import { join } from 'node:path'
import { ROOT, checkNode, ensureInstalled, runToEnd } from './bootstrap.mjs'

const named = process.argv.slice(2)

checkNode()
await ensureInstalled()
process.exitCode = await runToEnd(
  process.execPath,
  [join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run'],
  { FOYER_TEST_DEPTH: 'all', ...(named.length > 0 && { FOYER_MUTATE: named.join(',') }) },
)
