import { readFile, readdir } from 'node:fs/promises'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { createTestDatabase } from './testing'

test('trials of visitors without consent get the channel unknown', async () => {
  await using db = await createTestDatabase()
  for (const consent of ['granted', 'unset', 'denied']) {
    const visitorId = v7()
    await db.sql`insert into visitor (visitor_id, consent) values (${visitorId}, ${consent})`
    await db.sql`
      insert into trial (visitor_id, id, demo_slug, revision_id, revision_number, plan, role, locale, seed, started_at, device, last_event_at, last_state, channel)
      values (${visitorId}, ${v7()}, 'd', ${v7()}, 1, 'free', 'sales', 'en', 's', now(), 'desktop', now(), 'a', 'direct')`
  }
  const file = (await readdir('db/migrations')).find((name) => name.endsWith('_unknown_channel.sql'))
  await db.sql.unsafe(await readFile(`db/migrations/${file}`, 'utf8'))
  const rows =
    await db.sql`select consent, channel from trial join visitor using (visitor_id) order by consent`
  expect([...rows]).toEqual([
    { consent: 'denied', channel: 'unknown' },
    { consent: 'granted', channel: 'direct' },
    { consent: 'unset', channel: 'unknown' },
  ])
})
