import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { canReach, parsePasswd } from './os-user'

/** A user who owns nothing here. */
const STRANGER = { name: 'stranger', uid: 4_000_001, gid: 4_000_001 }

const directory = (mode: number): string => {
  const path = mkdtempSync(join(tmpdir(), 'foyer-reach-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  writeFileSync(join(path, 'file'), '')
  chmodSync(path, mode)
  return path
}

test('users are read from passwd, and malformed lines are skipped', () => {
  const text =
    'root:x:0:0:root:/root:/bin/sh\n\n# note\nbad:x:abc:1::\npostgres:x:101:104:PG,,,:/var:/bin/bash\n'
  expect(parsePasswd(text)).toEqual([
    { name: 'root', uid: 0, gid: 0 },
    { name: 'postgres', uid: 101, gid: 104 },
  ])
})

test('a user without ownership reaches open directories, and nothing below a closed one', async () => {
  expect(await canReach(join(directory(0o755), 'file'), STRANGER)).toBe(true)
  expect(await canReach(join(directory(0o700), 'file'), STRANGER)).toBe(false)
  expect(await canReach(directory(0o700), STRANGER)).toBe(false)
})

test('a file that only its owner may read is not reachable', async () => {
  const path = directory(0o755)
  chmodSync(join(path, 'file'), 0o600)
  expect(await canReach(join(path, 'file'), STRANGER)).toBe(false)
})
