import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sample } from '#tests/support/depth'

const LOCK = 'node_modules/.foyer-build'

/** A test build that records who holds the lock and what it leaves; fails when a file says so. */
const BUILDER = `
  import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
  const holder = Number(readFileSync('${LOCK}', 'utf8'))
  appendFileSync('builds', holder === process.ppid ? 'held\\n' : 'not held\\n')
  if (existsSync('broken')) process.exit(1)
  for (const name of ['server/index.js', 'run/server.js', 'run/collect-worker.js']) {
    mkdirSync(new URL('.', 'file://' + process.cwd() + '/build/' + name), { recursive: true })
    writeFileSync('build/' + name, '')
  }`

/** A clone with the real commands and the test build. */
function makeClone() {
  const root = mkdtempSync(join(tmpdir(), 'foyer-clone-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  for (const name of ['bootstrap.mjs', 'ensure-built.mjs'])
    cpSync(join(import.meta.dirname, name), join(root, 'scripts', name))
  write('package.json', '{ "type": "module" }')
  write('app/page.ts', '1')
  write('node_modules/@remix-run/dev/dist/package.json', '{ "type": "module" }')
  write('node_modules/@remix-run/dev/dist/cli.js', BUILDER)
  write('scripts/precompress.mjs', '')
  write('scripts/bundle-server.mjs', '')
  const ensureBuilt = async (): Promise<number> => {
    const child = spawn(process.execPath, ['scripts/ensure-built.mjs'], { cwd: root, stdio: 'ignore' })
    const [code] = (await once(child, 'exit')) as [number]
    return code
  }
  const builds = () => readFileSync(join(root, 'builds'), 'utf8').trim().split('\n')
  return { root, write, ensureBuilt, builds, isLocked: () => existsSync(join(root, LOCK)) }
}

/** The id of a process that has ended. */
const endedProcess = () => spawnSync(process.execPath, ['--version']).pid

test('processes that need a build at once make one, under the lock', async () => {
  const { ensureBuilt, builds, isLocked } = makeClone()
  expect(await Promise.all(Array.from({ length: 4 }, ensureBuilt))).toEqual([0, 0, 0, 0])
  expect(builds()).toEqual(['held'])
  expect(isLocked()).toBe(false)
})

test('it builds again once a source has changed, not before', async () => {
  const { write, ensureBuilt, builds } = makeClone()
  await ensureBuilt()
  await ensureBuilt()
  expect(builds()).toHaveLength(1)
  write('app/page.ts', '2')
  await ensureBuilt()
  expect(builds()).toHaveLength(2)
})

/** Stale locks: their contents and age. */
const STALE: [string, () => string, number][] = [
  ['of a process that has ended', () => String(endedProcess()), 0],
  ['that names no process', () => 'x', 0],
  ['older than any build, whose number another process has', () => String(process.pid), 301],
]

test.each(sample(STALE, 1))('a lock %s is taken over', async (_kind, holder, ageSeconds) => {
  const { root, write, ensureBuilt, builds, isLocked } = makeClone()
  write(LOCK, holder())
  const at = Date.now() / 1000 - ageSeconds
  utimesSync(join(root, LOCK), at, at)
  expect(await ensureBuilt()).toBe(0)
  expect(builds()).toEqual(['held'])
  expect(isLocked()).toBe(false)
})

test('after a build that failed the next one builds', async () => {
  const { root, write, ensureBuilt, builds } = makeClone()
  write('broken', '')
  expect(await ensureBuilt()).toBe(1)
  rmSync(join(root, 'broken'))
  expect(await ensureBuilt()).toBe(0)
  expect(builds()).toEqual(['held', 'held'])
})
