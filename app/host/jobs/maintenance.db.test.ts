import { expect, test } from 'vitest'
import { authSession, authUser } from '#db/schema/auth'
import { createTestApp } from '#tests/support/test-app'
import { runMaintenance } from './maintenance'

test('a day of care makes room for the months to come and ends sessions that ran out', async () => {
  await using test = await createTestApp()
  const { db, sql } = test.app
  const now = new Date('2044-06-10T00:00:00Z')
  await db.insert(authUser).values({ id: 'u', name: 'Lin', email: 'lin@example.com', roles: ['growth'] })
  const session = (id: string, expiresAt: Date) => ({ id, userId: 'u', token: id, expiresAt })
  await db
    .insert(authSession)
    .values([session('past', new Date(now.getTime() - 1)), session('open', new Date(now.getTime() + 1))])
  await runMaintenance({ ...test.app, now: () => now })
  expect((await db.select().from(authSession)).map(({ id }) => id)).toEqual(['open'])
  const rows =
    await sql`select 1 from pg_class where relname in ('trial_event_2044_05', 'trial_event_2044_09')`
  expect(rows).toHaveLength(2)
})
