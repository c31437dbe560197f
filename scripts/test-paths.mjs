// npm run test:paths: every walk of every demo that ships, through the real browser.
import { join } from 'node:path'
import { ROOT, checkNode, ensureBuilt, ensureInstalled, runToEnd } from './bootstrap.mjs'

checkNode()
await ensureInstalled()
await ensureBuilt()
const { findBrowser } = await import('./find-browser.mjs')
const browser = await findBrowser()
const command = [join(ROOT, 'node_modules/@playwright/test/cli.js'), 'test', '--project', 'model']
const env = { FOYER_BROWSER: browser ?? '', FOYER_TEST_DEPTH: 'all' }
process.exitCode =
  browser === null ? 1 : await runToEnd(process.execPath, [...command, ...process.argv.slice(2)], env)
