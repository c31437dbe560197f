import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { createTestDatabase } from '#db/testing'
import type { Sql } from '#db/client'
import { arrayText } from './array-text'
import { listStateTimes } from './state-times'

const NOW = new Date('2026-11-20T10:00:00Z')

/** A trial that entered the states at these moments. */
async function tried(sql: Sql, at: readonly number[], flags: readonly string[] = []): Promise<void> {
  const [visitorId, id] = [v7(), v7()]
  const path = ['orders', 'pick', 'ship'].slice(0, at.length)
  await sql`insert into visitor (visitor_id) values (${visitorId})`
  await sql`
    insert into trial (
      visitor_id, id, demo_slug, revision_id, revision_number, plan, role, locale, seed, started_at, device, last_event_at,
      last_state, path, path_at, flags
    )
    values (
      ${visitorId}, ${id}, 'd', ${v7()}, 1, 'free', 'sales', 'en', 's', ${NOW}, 'desktop', ${NOW}, 'a',
      ${arrayText(path)}::text[], ${arrayText(at.map(String))}::bigint[], ${arrayText(flags)}::text[]
    )`
}

test('the median stay counts unflagged trials that went on, from enough of them', async () => {
  await using db = await createTestDatabase()
  for (const at of [
    [0, 1_000],
    [0, 3_000, 4_000],
    [0, 9_000],
  ])
    await tried(db.sql, at)
  await tried(db.sql, [0, 500_000], ['simulated'])
  const asked = { demoSlug: 'd', latest: 100 }
  expect(await listStateTimes(db.db, { ...asked, least: 3 })).toEqual([{ state: 'orders', medianMs: 3_000 }])
  expect((await listStateTimes(db.db, { ...asked, least: 1 })).map(({ state }) => state).sort()).toEqual([
    'orders',
    'pick',
  ])
  expect(await listStateTimes(db.db, { ...asked, least: 4 })).toEqual([])
})
