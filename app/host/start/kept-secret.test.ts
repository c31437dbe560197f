import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keptSecret } from './kept-secret'

const directory = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'foyer-secret-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

test('the secret is made once, kept, and for its owner alone', () => {
  const data = join(directory(), 'data')
  const secret = keptSecret(data)
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect(keptSecret(data)).toBe(secret)
  expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600)
})

test('a data directory that cannot be made is told in one sentence', () => {
  const file = join(directory(), 'file')
  writeFileSync(file, '')
  expect(() => keptSecret(join(file, 'data'))).toThrow(
    /^Cannot read and write .* start Foyer as the user who owns it/,
  )
})
