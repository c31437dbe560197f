import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTestDatabase } from '#db/testing'
import { account, accountDomain } from '#db/schema/account'
import { visitor } from '#db/schema/trial'
import { ACCOUNTS, TEST_NOW } from '#tests/support/arbitrary-trials'
import { arbitraryHistories, arbitrarySegment } from '#tests/support/arbitrary-segment'
import { copyOf } from '#tests/support/copy-of'
import { tries } from '#tests/support/depth'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { boardScope } from '~/domain/insight/board-scope'
import { measureClock } from '~/domain/insight/measured-trial'
import { segmentMembers } from '~/domain/insight/segment/segment-members'
import { scopedTrials } from './scoped-trials'
import { sql } from 'drizzle-orm'

const DOMAINS = new Map([
  [ACCOUNTS[0]!, ['alder.example', 'alder.test']],
  [ACCOUNTS[1]!, ['birch.example']],
])

test('the copy finds the trials of a segment as its definition does', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(
      arbitraryHistories(60),
      fc.array(arbitrarySegment(), { minLength: 10, maxLength: 10 }),
      async (rows, segments) => {
        await database.db.delete(visitor)
        await database.db.delete(account)
        await insertMeasuredTrials(database.db, rows)
        const present = new Set(rows.map((row) => row.account))
        const domains = [...DOMAINS].flatMap(([accountId, own]) =>
          present.has(accountId) ? own.map((domain) => ({ accountId, domain, addedAt: new Date(0) })) : [],
        )
        if (domains.length > 0) await database.db.insert(accountDomain).values(domains)
        using reader = await copyOf(database)
        for (const rule of segments) {
          const segment = { rule, nowMs: TEST_NOW.getTime() }
          const scope = boardScope({
            filter: { segment, flagged: true, simulated: true },
            range: { from: null, until: null },
            clock: measureClock(TEST_NOW, 30),
            timeZone: 'UTC',
          })
          const found = await reader.rows<{ id: string }>(
            sql`select id::varchar as id from ${scopedTrials(reader, scope)}`,
          )
          const members = segmentMembers(rows, segment, DOMAINS)
          const expected = rows.filter((row) => members.has(row.visitorId)).map((row) => row.id)
          expect([rule, found.map(({ id }) => id).sort()]).toEqual([rule, expected.sort()])
        }
      },
    ),
    { numRuns: tries(40) },
  )
}, 120_000)
