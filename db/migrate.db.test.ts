import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { migrateDatabase } from './migrate'
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

test('migrating a migrated database changes nothing', async () => {
  await using db = await createTestDatabase()
  expect(await migrateDatabase(db.url)).toEqual({ applied: 0, partitions: [] })
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
