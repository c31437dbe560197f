import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'

import { findDemos } from './find-demos'
import { printEntries } from './print-entries'
import { proveFile } from './prove-file'

const root = mkdtempSync(join(tmpdir(), 'foyer-prove-'))
afterAll(() => rmSync(root, { recursive: true }))

const GOOD = `format: foyer/1
slug: small
title: { en: Small }
summary: { en: A small demo }
scenario: wholesale
minutes: 1
plans: [free, premium]
product: { name: Product }
roles: { sales: { name: { en: Sales } } }
world: { done: false }
screens:
  main:
    title: { en: Main }
    blocks:
      - button: { label: { en: Go on }, send: GO }
      - button: { label: { en: Stop }, send: STOP }
machine:
  initial: start
  states:
    start: { role: sales, screen: main, on: { GO: end, STOP: start } }
    end: { final: success, screen: main, entry: [{ set: world.done, to: 'true' }] }
tasks:
  finish: { title: { en: Finish }, done: world.done, weight: 1 }
`

const STRANDING = GOOD.replace(
  'on: { GO: end, STOP: start } }',
  'on: { GO: end, STOP: stuck } }\n    stuck: { role: sales, screen: main, title: { en: Stuck }, on: { GO: stuck, STOP: stuck } }',
)

function write(path: string, text: string): string {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

const LIMITS = { maxConfigurations: 100, maxMs: 5_000 }

test('a file gives one entry for each plan and start role', () => {
  const entries = proveFile(write('good/demo.yaml', GOOD), LIMITS)
  expect(entries).toMatchObject([
    { slug: 'small', plan: 'free', role: 'sales', status: 'proven', idealLength: 1, problems: [] },
    { slug: 'small', plan: 'premium', role: 'sales', status: 'proven', idealLength: 1, problems: [] },
  ])
  expect(entries[0]?.revision).toMatch(/^[0-9a-f]{12}$/)
})

test('the revision names the content, not how it is laid out', () => {
  const [plain] = proveFile(write('a/demo.yaml', GOOD), LIMITS)
  const [laidOut] = proveFile(
    write('b/demo.yaml', `# A comment\n${GOOD.replace('minutes: 1', 'minutes:   1')}`),
    LIMITS,
  )
  const [changed] = proveFile(write('c/demo.yaml', GOOD.replace('minutes: 1', 'minutes: 2')), LIMITS)
  expect(laidOut?.revision).toBe(plain?.revision)
  expect(changed?.revision).not.toBe(plain?.revision)
})

test('what is wrong has its line, and the steps that lead there', () => {
  const entries = proveFile(write('stranding/demo.yaml', STRANDING), LIMITS)
  expect(entries[0]).toMatchObject({
    status: 'failed',
    problems: [
      {
        code: 'stranded',
        at: 'machine.states.stuck',
        line: 21,
        steps: ['As Sales, on “Main”, press “Stop”'],
      },
    ],
  })
  const [inSpanish] = proveFile(write('stranding/demo.yaml', STRANDING), { ...LIMITS, locale: 'es' })
  expect(inSpanish?.problems[0]).toMatchObject({
    lang: 'es',
    message: expect.stringContaining('Desde «Stuck» ya no se puede llegar al éxito'),
    steps: ['Como Sales, en «Main», pulse «Stop»'],
  })
  const lines = printEntries(entries).join('\n')
  expect(lines).toContain('✗ small')
  expect(lines).toContain('error stranded machine.states.stuck')
  expect(lines).toContain('1. As Sales, on “Main”, press “Stop”')
  expect(lines).toContain('0 of 2 proven.')
})

test.each([
  ['shape', GOOD.replace('minutes: 1', 'minutes: many'), { at: 'minutes', line: 6, column: 10 }],
  ['target', GOOD.replace('GO: end', 'GO: nowhere'), { code: 'unknown-target', line: 20 }],
  ['expression', GOOD.replace('done: world.done', 'done: world.dnoe'), { at: 'tasks.finish.done', line: 23 }],
  ['syntax', GOOD.replace('minutes: 1', 'minutes: [1'), { severity: 'error' }],
])('a file with a wrong %s is invalid, and says where', (name, source, problem) => {
  const entries = proveFile(write(`${name}/demo.yaml`, source), LIMITS)
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({ slug: name, plan: null, status: 'invalid' })
  expect(entries[0]?.problems).toEqual(expect.arrayContaining([expect.objectContaining(problem)]))
})

test('guides are looked for where there are any', () => {
  const guided = GOOD.replace('screen: main, on', 'screen: main, guide: start, on')
  expect(proveFile(write('alone/demo.yaml', guided), LIMITS)[0]?.status).toBe('proven')
  write('beside/guides/other.en.mdx', 'Press **Go on**.')
  expect(proveFile(write('beside/demo.yaml', guided), LIMITS)[0]).toMatchObject({
    status: 'invalid',
    problems: [{ code: 'unknown-guide', line: 20 }],
  })
})

test('a file in the place of the folder of guides is no folder', () => {
  write('odd/guides', 'not a folder')
  expect(proveFile(write('odd/demo.yaml', GOOD), LIMITS)[0]?.status).toBe('proven')
})

test('a file that is not there is invalid', () => {
  expect(proveFile(join(root, 'none', 'demo.yaml'), LIMITS)).toMatchObject([
    { slug: 'none', status: 'invalid', problems: [{ message: expect.stringContaining('cannot be read') }] },
  ])
})

test('a budget that ends is not proven', () => {
  const entries = proveFile(write('small-budget/demo.yaml', GOOD), { maxConfigurations: 1, maxMs: 5_000 })
  expect(entries.map((entry) => entry.status)).toEqual(['not-proven', 'not-proven'])
})

test('the demos that ship are found by slug', () => {
  write('content/demos/b/demo.yaml', GOOD)
  write('content/demos/a/demo.yaml', GOOD)
  write('content/demos/empty/readme.txt', '')
  expect(findDemos(join(root, 'content'))).toEqual([
    join(root, 'content/demos/a/demo.yaml'),
    join(root, 'content/demos/b/demo.yaml'),
  ])
  expect(findDemos(join(root, 'nowhere'))).toEqual([])
})

const run = promisify(execFile)
const prove = (...args: string[]) =>
  run(process.execPath, ['--import', 'tsx', 'scripts/prove.ts', ...args]).then(
    ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      stdout,
      stderr,
    }),
  )

test('the command prints JSON and ends with 0 only when all is proven', { timeout: 60_000 }, async () => {
  const good = write('command/good/demo.yaml', GOOD)
  const bad = write('command/bad/demo.yaml', STRANDING)
  const allGood = await prove('--json', good)
  expect([allGood.code, JSON.parse(allGood.stdout).length]).toEqual([0, 2])
  const oneBad = await prove('--json', good, bad)
  const statuses = (JSON.parse(oneBad.stdout) as { status: string }[]).map((entry) => entry.status)
  expect([oneBad.code, statuses]).toEqual([1, ['proven', 'proven', 'failed', 'failed']])
  const wrong = await prove('--max-ms', 'much')
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('--max-ms needs a whole number')])
})
