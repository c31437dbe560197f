import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const READER = join(import.meta.dirname, 'read-env-file.mjs')

/** The named variables of a process that has read this `.env`. */
function readIn(text: string | null, env: Record<string, string> = {}): Record<string, string> {
  const directory = mkdtempSync(join(tmpdir(), 'foyer-env-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  if (text !== null) writeFileSync(join(directory, '.env'), text)
  const program = `
    const { readEnvFile } = await import(process.argv[1])
    readEnvFile(process.argv[2])
    const set = Object.entries(process.env).filter(([name]) => name.startsWith('FOYER_'))
    process.stdout.write(JSON.stringify(Object.fromEntries(set)))`
  const args = ['--input-type=module', '--eval', program, READER, directory]
  return JSON.parse(
    execFileSync(process.execPath, args, { env: { NODE_ENV: 'test', ...env }, encoding: 'utf8' }),
  )
}

test('the settings in the file are set; comments and empty lines are not', () => {
  const text = '# The address\n\nFOYER_ORIGIN=https://try.example.com\n# FOYER_PROXIES=1\n'
  expect(readIn(text)).toEqual({ FOYER_ORIGIN: 'https://try.example.com' })
})

test('what the shell has set stays', () => {
  expect(readIn('FOYER_PROXIES=1\nFOYER_DATA=a\n', { FOYER_PROXIES: '2' })).toEqual({
    FOYER_PROXIES: '2',
    FOYER_DATA: 'a',
  })
})

test('a quoted value keeps its spaces and number signs', () => {
  expect(readIn('FOYER_ADMIN_PASSWORD="a # b "\n')).toEqual({ FOYER_ADMIN_PASSWORD: 'a # b ' })
})

test('without a file nothing is set, and nothing fails', () => {
  expect(readIn(null)).toEqual({})
})
