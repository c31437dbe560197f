import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { expect, onTestFinished, test } from 'vitest'
import { listKeptTables } from '#db/backup/kept-tables'
import type { Sql } from '#db/client'
import { countMigrations, migrateUpTo } from '#db/migrate'
import { createTestDatabase } from '#db/testing'
import { trace, WALK } from '#tests/support/approval-trace'
import { expectReplay } from '#tests/support/expect-replay'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { acceptEvents } from '~/features/collect/events/accept-events.server'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { createPerson } from '~/features/staff/create-person.server'
import { createApp } from '~/host/app'
import { systemContext } from '~/platform/context/context'
import { checkBackup, readBackup } from './read-backup'
import { RESTORED_SETTINGS, restoreBackup } from './restore-backup'
import { writeBackup } from './write-backup'
import type { BackupInput } from './write-backup'

const SECRET = 'the-secret-of-this-installation-'.repeat(2)

/** A directory of the test's own. */
async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'foyer-backup-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

const backUp = (url: string, directory: string, change: Partial<BackupInput> = {}) =>
  writeBackup({
    ...{ databaseUrl: url, directory, secret: SECRET, settings: { PORT: '4000' }, media: null },
    ...{ passphrase: null, version: '0.1.0', now: new Date('2026-03-02T09:00:00Z'), say: () => {} },
    ...change,
  })

async function restore(
  directory: string,
  {
    url,
    data,
    passphrase = null,
    givenSecret = null,
  }: { url: string; data: string; passphrase?: string | null; givenSecret?: string | null },
) {
  const backup = await readBackup(directory, passphrase)
  await checkBackup(directory, backup.manifest)
  return restoreBackup({
    ...{ backup, databaseUrl: url, dataDirectory: data, mediaDirectory: join(data, 'media') },
    ...{ givenSecret, say: () => {} },
  })
}

/** Each kept table with a checksum of its rows. */
async function contentsOf(sql: Sql): Promise<Record<string, string>> {
  const contents: Record<string, string> = {}
  for (const { name } of await listKeptTables(sql)) {
    const [row] = await sql<{ sum: string }[]>`
      select count(*) || ' ' || coalesce(md5(string_agg(kept::text, e'\n' order by kept::text)), '') as sum
      from ${sql(name)} as kept`
    contents[name] = row?.sum ?? ''
  }
  return contents
}

/** A visitor with a finished trial and one under way. */
async function playTrials(test: TestApp) {
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const start = () => startTrial({ ctx, input: { demo: 'request-approval', plan: 'premium' } })
  const [finished, running] = [await start(), await start()]
  test.clock.at = new Date(test.clock.at.getTime() + 60_000)
  await acceptEvents({ ctx, input: { trial: finished.id, events: trace(WALK) } })
  await acceptEvents({ ctx, input: { trial: running.id, events: trace(WALK.slice(0, 2)) } })
  return { ctx, finished, running }
}

test('a restored installation has the same rows, goes on with a running trial, and lets people sign in', async () => {
  await using source = await createTestApp()
  await using target = await createTestDatabase()
  const directory = await temporaryDirectory()
  const { ctx, finished, running } = await playTrials(source)
  const person = { name: 'Lin', email: 'lin@example.com', password: 'correct horse battery' }
  await createPerson({ ctx: systemContext(source.app, 'test'), input: { ...person, roles: ['growth'] } })
  const before = await contentsOf(source.app.sql)

  await backUp(source.url, join(directory, 'backup'))
  await restore(join(directory, 'backup'), { url: target.url, data: join(directory, 'data') })

  expect(await contentsOf(target.sql)).toEqual(before)
  const options = { env: source.app.env, databaseUrl: target.url, log: pino({ level: 'silent' }) }
  const app = await createApp({ ...options, now: () => source.clock.at })
  onTestFinished(() => app.close())
  await expectReplay(app, finished)
  const rest = trace(WALK).slice(2)
  await acceptEvents({ ctx: { ...ctx, ...app }, input: { trial: running.id, events: rest } })
  expect(await expectReplay(app, running)).toMatchObject({ outcome: 'success' })
  const { email, password } = person
  const signedIn = await app.auth.api.signInEmail({ body: { email, password } })
  expect(signedIn.user).toMatchObject({ email })
})

test('the secret, settings and media come back; settings stand beside those of the machine', async () => {
  await using source = await createTestDatabase()
  await using target = await createTestDatabase()
  const directory = await temporaryDirectory()
  const media = join(directory, 'media')
  await mkdir(join(media, 'ab'), { recursive: true })
  await writeFile(join(media, 'ab', 'logo.webp'), Buffer.from([1, 2, 3, 0, 255]))
  await writeFile(join(media, 'ab', 'note of mine.txt'), 'no medium')
  await writeFile(join(media, 'ab', `next.webp.${randomUUID()}`), 'half')

  await backUp(source.url, join(directory, 'backup'), { media })
  const data = join(directory, 'data')
  await restore(join(directory, 'backup'), { url: target.url, data })

  expect(await readFile(join(data, 'secret'), 'utf8')).toBe(SECRET)
  expect(await readFile(join(data, RESTORED_SETTINGS), 'utf8')).toBe('PORT="4000"\n')
  expect([...(await readFile(join(data, 'media', 'ab', 'logo.webp')))]).toEqual([1, 2, 3, 0, 255])
  expect(await readdir(join(data, 'media', 'ab'))).toEqual(['logo.webp'])
})

test('a backup made while trials are written holds all rows of a transaction or none', async () => {
  await using source = await createTestDatabase()
  await using target = await createTestDatabase()
  const directory = await temporaryDirectory()
  let writing = true
  const writer = (async () => {
    while (writing)
      await source.sql.begin(async (tx) => {
        const [visitor, id] = [uuidv7(), uuidv7()]
        await tx`insert into visitor (visitor_id) values (${visitor})`
        await tx`insert into conversion (visitor_id, id, goal) values (${visitor}, ${id}, 'quote')`
      })
  })()
  await backUp(source.url, join(directory, 'backup'))
  writing = false
  await writer
  await restore(join(directory, 'backup'), { url: target.url, data: join(directory, 'data') })
  const [row] = await target.sql<{ visitors: string; conversions: string }[]>`
    select (select count(*) from visitor) as visitors, (select count(*) from conversion) as conversions`
  expect(row?.visitors).toBe(row?.conversions)
})

test('an encrypted backup shows nothing, and opens only with its passphrase', async () => {
  await using source = await createTestDatabase()
  await using target = await createTestDatabase()
  const directory = await temporaryDirectory()
  const backup = join(directory, 'backup')
  const place = { url: target.url, data: join(directory, 'data') }
  await backUp(source.url, backup, { passphrase: 'seven small words that nobody would guess' })

  const names = await readdir(backup)
  expect(names.filter((name) => name !== 'tables').sort()).toEqual(
    ['key.age', 'manifest.json.gz.age', 'secret.gz.age', 'settings.env.gz.age'].sort(),
  )
  await expect(restore(backup, place)).rejects.toThrow(/is encrypted: give its passphrase/)
  await expect(restore(backup, { ...place, passphrase: 'wrong' })).rejects.toThrow(
    'does not open this backup',
  )
  await restore(backup, { ...place, passphrase: 'seven small words that nobody would guess' })
  expect(await readFile(join(place.data, 'secret'), 'utf8')).toBe(SECRET)
})

test('a damaged, short or missing file is named before anything is changed', async () => {
  await using source = await createTestDatabase()
  await using target = await createTestDatabase()
  const directory = await temporaryDirectory()
  const backup = join(directory, 'backup')
  const place = { url: target.url, data: join(directory, 'data') }
  await backUp(source.url, backup)
  const file = join(backup, 'tables', 'visitor.copy.gz')
  const bytes = await readFile(file)

  await writeFile(file, Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1)! ^ 1])]))
  await expect(restore(backup, place)).rejects.toThrow('tables/visitor.copy.gz has another checksum')
  await truncate(file, bytes.length - 3)
  await expect(restore(backup, place)).rejects.toThrow(/visitor\.copy\.gz has \d+ bytes instead of \d+/)
  await rm(file)
  await expect(restore(backup, place)).rejects.toThrow('tables/visitor.copy.gz is missing')
  await rm(join(backup, 'manifest.json.gz'))
  await expect(restore(backup, place)).rejects.toThrow('holds no whole backup')
  await expect(readFile(join(place.data, 'secret'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a place that holds data, or has another secret, is refused and not changed', async () => {
  await using source = await createTestDatabase()
  await using target = await createTestDatabase()
  const directory = await temporaryDirectory()
  const backup = join(directory, 'backup')
  await backUp(source.url, backup)
  const place = { url: target.url, data: join(directory, 'data') }
  await expect(restore(backup, { ...place, givenSecret: 'x'.repeat(40) })).rejects.toThrow(
    'FOYER_SECRET is not the secret of the backup',
  )
  await target.sql`insert into visitor (visitor_id) values (${uuidv7()})`
  await expect(restore(backup, place)).rejects.toThrow('The database already holds data')
})

test('a backup is never written over another one, and one that fails leaves nothing', async () => {
  await using source = await createTestDatabase()
  const directory = await temporaryDirectory()
  await backUp(source.url, join(directory, 'backup'))
  await expect(backUp(source.url, join(directory, 'backup'))).rejects.toThrow('is not empty')
  await source.sql`drop schema drizzle cascade`
  await expect(backUp(source.url, join(directory, 'second'))).rejects.toThrow('nothing to back up')
  expect(await readdir(directory)).toEqual(['backup'])
})

test('a backup of an older Foyer is migrated after its rows are loaded', async () => {
  await using source = await createTestDatabase()
  await using target = await createTestDatabase()
  const directory = await temporaryDirectory()
  const newest = await countMigrations(source.sql)
  for (const { sql, url } of [source, target]) {
    await sql`drop schema public cascade`
    await sql`drop schema drizzle cascade`
    await sql`create schema public`
    if (url === source.url) await migrateUpTo(url, newest - 1)
  }
  await source.sql`insert into visitor (visitor_id) values (${uuidv7()})`
  await backUp(source.url, join(directory, 'backup'))
  await restore(join(directory, 'backup'), { url: target.url, data: join(directory, 'data') })
  expect(await countMigrations(target.sql)).toBe(newest)
  expect(await target.sql`select visitor_id from visitor`).toHaveLength(1)
})

test('a backup of a newer Foyer is refused', async () => {
  await using source = await createTestDatabase()
  const directory = await temporaryDirectory()
  await source.sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 99999999999999)`
  await backUp(source.url, join(directory, 'backup'), { version: '9.0.0' })
  await expect(readBackup(join(directory, 'backup'), null)).rejects.toThrow(
    'made by Foyer 9.0.0, which is newer',
  )
})
