import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import postgres from 'postgres'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { MIGRATIONS_FOLDER, migrateDatabase, migrateUpTo } from './migrate'
import { ensurePartitions } from './partitions'
import { createTestDatabase } from './testing'
import type { Sql } from './client'

const partitionOf = async (sql: Sql, trialId: string): Promise<string> => {
  const rows = await sql<{ name: string }[]>`
    select tableoid::regclass::text as name from trial_event where trial_id = ${trialId}`
  return rows[0]?.name ?? 'none'
}

const insertTrace = async (sql: Sql, startedAt: Date): Promise<{ visitorId: string; trialId: string }> => {
  const [visitorId, trialId] = [v7(), v7({ msecs: startedAt.getTime() })]
  await sql`insert into visitor (visitor_id) values (${visitorId})`
  await sql`
    insert into trial (visitor_id, id, demo_slug, revision_id, revision_number, plan, role, locale, seed, started_at, device, last_event_at, last_state)
    values (${visitorId}, ${trialId}, 'd', ${v7()}, 1, 'free', 'sales', 'en', 's', ${startedAt}, 'desktop', ${startedAt}, 'a')`
  await sql`
    insert into trial_event (visitor_id, trial_id, seq, at_ms, type, active_ms)
    values (${visitorId}, ${trialId}, 1, 0, 'GO', 0)`
  return { visitorId, trialId }
}

/** Empties a database and migrates it as far as the migration named, as an older version left it. */
async function backTo(url: string, last: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  await client`drop schema public cascade`
  await client`drop schema drizzle cascade`
  await client`create schema public`
  await client.end()
  const journal = JSON.parse(await readFile(join(MIGRATIONS_FOLDER, 'meta', '_journal.json'), 'utf8')) as {
    entries: { tag: string }[]
  }
  await migrateUpTo(url, journal.entries.findIndex(({ tag }) => tag === last) + 1)
}

test('migrating a migrated database changes nothing', async () => {
  await using db = await createTestDatabase()
  expect(await migrateDatabase(db.url)).toEqual({ applied: 0, partitions: [] })
})

test('a database that a newer version has migrated is refused', async () => {
  await using db = await createTestDatabase()
  await db.sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 99999999999999)`
  await expect(migrateDatabase(db.url)).rejects.toMatchObject({ name: 'NewerDatabaseError' })
})

test('partitions exist from the month before to the third after', async () => {
  await using db = await createTestDatabase()
  const now = new Date('2041-11-15T00:00:00Z')
  const { partitions } = await migrateDatabase(db.url, now)
  expect(partitions).toEqual([
    'trial_event_2041_10',
    'trial_event_2041_11',
    'trial_event_2041_12',
    'trial_event_2042_01',
    'trial_event_2042_02',
  ])
})

test('an event goes to the month in which its trial began', async () => {
  await using db = await createTestDatabase()
  await migrateDatabase(db.url, new Date('2041-11-15T00:00:00Z'))
  const last = await insertTrace(db.sql, new Date('2041-11-30T23:59:59.999Z'))
  const first = await insertTrace(db.sql, new Date('2041-12-01T00:00:00.000Z'))
  expect(await partitionOf(db.sql, last.trialId)).toBe('trial_event_2041_11')
  expect(await partitionOf(db.sql, first.trialId)).toBe('trial_event_2041_12')
})

test('creating the partition of a month later moves its rows out of the default partition', async () => {
  await using db = await createTestDatabase()
  const { trialId } = await insertTrace(db.sql, new Date('2030-05-03T00:00:00Z'))
  expect(await partitionOf(db.sql, trialId)).toBe('trial_event_default')
  const may = { year: 2030, month: 5 }
  expect(await ensurePartitions(db.sql, { first: may, last: may })).toEqual(['trial_event_2030_05'])
  expect(await partitionOf(db.sql, trialId)).toBe('trial_event_2030_05')
  expect(await ensurePartitions(db.sql, { first: may, last: may })).toEqual([])
})

test('two instances may create the same partition at once', async () => {
  await using db = await createTestDatabase()
  const may = { year: 2030, month: 5 }
  const range = { first: may, last: may }
  const made = await Promise.all([ensurePartitions(db.sql, range), ensurePartitions(db.sql, range)])
  expect(made.flat()).toEqual(['trial_event_2030_05'])
})

test('erasing a visitor erases the traces in every partition', async () => {
  await using db = await createTestDatabase()
  const { visitorId } = await insertTrace(db.sql, new Date())
  await db.sql`delete from visitor where visitor_id = ${visitorId}`
  expect(await db.sql`select 1 from trial_event`).toHaveLength(0)
})

test('audit entries of purges keep their data under the present names, and no other entry changes', async () => {
  await using db = await createTestDatabase()
  await backTo(db.url, '0009_contact_moved_to_asks')
  const insert = (action: string, actor: string, data: { trials?: number }) =>
    db.sql`
      insert into audit_entry (id, actor_name, action, subject_kind, subject_id, data)
      values (${v7()}, ${actor}, ${action}, 'any', 'x', ${db.sql.json(data)})`
  await insert('retention.let-go', 'nightly job', { trials: 3 })
  await insert('visitor.erase', 'Lin', {})
  expect((await migrateDatabase(db.url)).applied).toBeGreaterThan(0)
  expect(await db.sql`select action, actor_name, subject_id, data from audit_entry order by action`).toEqual([
    { action: 'retention.purge', actor_name: 'maintenance', subject_id: 'x', data: { trials: 3 } },
    { action: 'visitor.erase', actor_name: 'Lin', subject_id: 'x', data: {} },
  ])
})
