import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { SETTINGS, parseEnvironment } from '~/platform/environment'

/** Variables that the commands set for each other or that the system and npm set: nobody sets them by hand. */
const NOT_SET_BY_HAND = [
  'NODE_ENV',
  'CI',
  'PATH',
  'SystemRoot',
  'npm_lifecycle_event',
  'npm_execpath',
  'FOYER_BROWSER_REPORT',
  'FOYER_MUTATE',
  'FOYER_BUILT_THREADS',
  'FOYER_TEST_DEPTH',
  'FOYER_TEST_URL',
]

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort()
const read = (file: string): string => readFileSync(file, 'utf8')
const tracked = (): string[] =>
  execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n').filter(existsSync)

function variablesReadIn(source: string): string[] {
  const named = [...source.matchAll(/process\.env\.(\w+)/g)].map((match) => match[1]!)
  const taken = [...source.matchAll(/\{([^{}]*)\}\s*=\s*process\.env\b/g)]
  return [...named, ...taken.flatMap((match) => match[1]!.match(/\w+/g) ?? [])]
}

/** The settings of the server and of the commands beside it. */
function settingsRead(): string[] {
  const sources = tracked().filter((file) => /\.(ts|tsx|mjs|js)$/.test(file))
  const ours = sources.filter((file) => !/^tests\/|\.test\.tsx?$/.test(file))
  const names = [...SETTINGS, ...ours.flatMap((file) => variablesReadIn(read(file)))]
  return sorted(names.filter((name) => !NOT_SET_BY_HAND.includes(name)))
}

/** The names in the first column of the tables about the environment. */
function settingsDocumented(): string[] {
  const text = read('docs/settings.md').split('\n## Environment\n')[1]!.split(/^## /m)[0]!
  const cells = text.split('\n').map((line) => /^\| (`[^|]+`) +\|/.exec(line)?.[1] ?? '')
  return sorted(cells.flatMap((cell) => cell.match(/\w+/g) ?? []))
}

test('.env.example names every setting that the code reads, and no other', () => {
  const named = [...read('.env.example').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map((match) => match[1]!)
  expect(sorted(named)).toEqual(settingsRead())
  expect(named).toHaveLength(new Set(named).size)
})

test('docs/settings.md names every setting that the code reads, and no other', () => {
  expect(settingsDocumented()).toEqual(settingsRead())
})

test('.env.example as it is changes nothing', () => {
  const makeSecret = () => 's'.repeat(32)
  expect(parseEnvironment(parseEnv(read('.env.example')), makeSecret)).toEqual(
    parseEnvironment({}, makeSecret),
  )
})

test('no document names a setting that is not there', () => {
  const documents = tracked().filter((file) => file.endsWith('.md') && !file.startsWith('content/'))
  const named = documents.flatMap((file) => read(file).match(/\bFOYER_[A-Z_]+\b/g) ?? [])
  const known = [...settingsRead(), ...NOT_SET_BY_HAND]
  expect(sorted(named).filter((name) => !known.includes(name))).toEqual([])
})
