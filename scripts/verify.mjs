// npm run verify: the quick loop before a commit. Stops at nothing, so that one run shows all there is to mend.
import { join } from 'node:path'
import { ROOT, checkNode, ensureInstalled, runToEnd, say } from './bootstrap.mjs'
import { CHECKS } from './checks.mjs'

const UNIT_TESTS = {
  name: 'unit tests',
  command: [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'unit', '--reporter=dot'],
}

const CONTENT_CHECK = { name: 'content', command: ['--import', 'tsx', 'scripts/content.ts', 'check'] }

checkNode()
await ensureInstalled()
const broken = []
for (const { name, command } of [...CHECKS, CONTENT_CHECK, UNIT_TESTS]) {
  say(`\n== ${name} ==`)
  if ((await runToEnd(process.execPath, command)) !== 0) broken.push(name)
}
say(broken.length === 0 ? '\nAll is well' : `\nTo mend: ${broken.join(', ')}`)
process.exitCode = broken.length === 0 ? 0 : 1
