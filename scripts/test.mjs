// npm test: every check, and one case of each kind of test. npm run test:all: every case. Works from a bare
// clone; the last line is "N passed, N failed".
// line is "N passed, N failed".
import { join } from 'node:path'
import { ROOT, checkNode, ensureInstalled } from './bootstrap.mjs'
import { CHECKS } from './checks.mjs'
import { runBeside, runSuite, sayParts, timed } from './parts.mjs'
import { tallyPlaywright, tallyVitest } from './tally.mjs'

const isAll = process.argv.includes('--all')
const DEPTH = isAll ? { FOYER_TEST_DEPTH: 'all' } : {}
const BUILD = { name: 'build', command: [join(ROOT, 'scripts/ensure-built.mjs')] }
const bin = (path) => join(ROOT, 'node_modules', path)

const vitest = () =>
  runSuite('vitest', tallyVitest, {
    args: (report) => [
      bin('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    env: () => ({ NODE_ENV: 'test', ...DEPTH }),
  })

async function browserTests({ path }) {
  if (path === null) return { name: 'browser', seconds: 0, passed: 0, failed: 1 }
  return runSuite('browser', tallyPlaywright, {
    args: () => [bin('@playwright/test/cli.js'), 'test'],
    env: (report) => ({ FOYER_BROWSER: path, FOYER_BROWSER_REPORT: report, ...DEPTH }),
  })
}

checkNode()
const installed = await timed('install', ensureInstalled)
const { findBrowser } = await import('./find-browser.mjs')
// Downloads while the processors are busy with the rest.
const finding = timed('find a browser', async () => ({ path: await findBrowser() }))
const parts = [installed, ...(await runBeside([...CHECKS, BUILD])), await vitest()]
const browser = await finding
parts.push(browser, await browserTests(browser))
sayParts(parts, isAll ? [] : ['npm run test:all runs what is left out here: see docs/testing.md'])
