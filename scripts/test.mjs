// npm test: everything there is, from a bare clone on. The last line is "N passed, N failed".
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, checkNode, ensureBuilt, ensureInstalled, runToEnd, say } from './bootstrap.mjs'
import { CHECKS } from './checks.mjs'
import { judgeStage, sum, tallyPlaywright, tallyVitest } from './tally.mjs'

const REPORTS = join(ROOT, 'test-results')
const bin = (path) => join(ROOT, 'node_modules', path)
const node = (args, env) => runToEnd(process.execPath, args, env)

/** Runs one runner and reads what it reports of itself; a report of an earlier run is never read. */
async function stage(name, tallyOf, args, env) {
  say(`\n== ${name} ==`)
  const report = join(REPORTS, `${name.replaceAll(' ', '-')}.json`)
  rmSync(report, { force: true })
  const exitCode = await node(args(report), env(report))
  const tally = existsSync(report) ? tallyOf(JSON.parse(readFileSync(report, 'utf8'))) : null
  return { name, ...judgeStage(tally, exitCode) }
}

async function checks() {
  const tally = { name: 'checks', passed: 0, failed: 0 }
  for (const { name, command } of CHECKS) {
    say(`\n== ${name} ==`)
    if ((await node(command)) === 0) tally.passed += 1
    else tally.failed += 1
  }
  return tally
}

const vitest = () =>
  stage(
    'vitest',
    tallyVitest,
    (report) => [
      bin('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    () => ({ NODE_ENV: 'test' }),
  )

async function browserTests() {
  const { findBrowser } = await import('./find-browser.mjs')
  const browser = await findBrowser()
  if (browser === null) return { name: 'browser', passed: 0, failed: 1 }
  return stage(
    'browser',
    tallyPlaywright,
    () => [bin('@playwright/test/cli.js'), 'test'],
    (report) => ({ FOYER_BROWSER: browser, FOYER_BROWSER_REPORT: report }),
  )
}

checkNode()
await ensureInstalled()
const stages = [await checks()]
await ensureBuilt()
stages.push(await vitest(), await browserTests())

say('')
for (const { name, passed, failed } of stages) say(`${name}: ${passed} passed, ${failed} failed`)
const { passed, failed } = sum(stages)
say(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
