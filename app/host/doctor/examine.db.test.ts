import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createTestDatabase } from '#db/testing'
import { parseEnvironment } from '~/platform/environment'
import { writeBackupNote } from '../backup/backup-note'
import { examine } from './examine'

test('an installation is examined part by part, and what it says holds no secret', async () => {
  await using database = await createTestDatabase()
  const directory = await mkdtemp(join(tmpdir(), 'foyer-doctor-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  await writeFile(join(directory, 'secret'), 'x')
  await chmod(join(directory, 'secret'), 0o644)
  await writeBackupNote(directory, new Date(Date.now() - 8 * 86_400_000))
  const env = parseEnvironment(
    {
      ...{ FOYER_DATA: directory, FOYER_SMTP_URL: 'smtp://foyer:hidden-word@127.0.0.1:1' },
      ...{ FOYER_MAIL_FROM: 'foyer@example.com', PORT: '1' },
    },
    () => 's'.repeat(40),
  )
  const diagnoses = await examine(env, database.url, new Date())
  const states = Object.fromEntries(diagnoses.map(({ part, state }) => [part, state]))
  expect(states).toMatchObject({
    ...{ database: 'good', clock: 'good', partitions: 'good', proxies: 'good' },
    ...{ permissions: 'warning', mail: 'bad', backup: 'bad', 'copy for boards': 'warning' },
  })
  expect(states['disk']).toBeDefined()
  for (const { state, remedy } of diagnoses) expect(Boolean(remedy)).toBe(state !== 'good')
  expect(JSON.stringify(diagnoses)).not.toContain('hidden-word')
})
