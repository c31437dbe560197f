import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visitor } from '#db/schema/trial'
import { createTestDatabase } from '#db/testing'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { copyOf } from '#tests/support/copy-of'
import { tries } from '#tests/support/depth'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { accountFigures, tallyScores } from '~/domain/insight/accounts/account-figures'
import { boardScope, trialsInScope } from '~/domain/insight/board-scope'
import { resolveRange } from '~/domain/insight/date-range'
import { measureClock } from '~/domain/insight/measured-trial'
import { isInSet } from '~/domain/insight/set-membership'
import { readSetCount } from '../count-sets'
import { listTriedAccounts, readScoreTallies, readUnaccounted } from './list-accounts'

const scopes = fc
  .record({
    filter: fc.record(
      { demo: fc.constant('order-to-cash'), flagged: fc.boolean(), simulated: fc.boolean() },
      { requiredKeys: ['flagged', 'simulated'] },
    ),
    preset: fc.constantFrom('30d' as const, '90d' as const, 'all' as const),
    timeZone: fc.constantFrom('UTC', 'Europe/Madrid', 'Asia/Shanghai'),
  })
  .map(({ filter, preset, timeZone }) =>
    boardScope({
      filter,
      range: resolveRange({ preset }, TEST_NOW, timeZone),
      clock: measureClock(TEST_NOW, 30),
      timeZone,
    }),
  )

test('the copy tells of accounts what the oracle tells, and every number of trials has its list', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(
      arbitraryTrials(60),
      fc.array(scopes, { minLength: 2, maxLength: 2 }),
      async (rows, given) => {
        await database.db.delete(visitor)
        await insertMeasuredTrials(database.db, rows)
        using reader = await copyOf(database)
        for (const scope of given) {
          const expected = accountFigures(rows, scope).sort((a, b) => (a.account < b.account ? -1 : 1))
          const page = { sort: 'name', direction: 'asc', skip: 0, limit: 10 } as const
          const { accounts, found } = await listTriedAccounts(reader, scope, page)
          const figures = accounts.map(({ name: _name, domains: _domains, ...own }) => own)
          expect(figures.sort((a, b) => (a.account < b.account ? -1 : 1))).toEqual(expected)
          expect(found).toBe(expected.length)
          expect(await readScoreTallies(reader, scope)).toEqual(tallyScores(rows, scope))
          const strangers = trialsInScope(rows, scope).filter(({ account }) => account === null)
          expect(await readUnaccounted(reader, scope)).toEqual({
            trials: strangers.length,
            people: new Set(strangers.map(({ visitorId }) => visitorId)).size,
          })
          for (const one of accounts) {
            const own = { ...scope, filter: { ...scope.filter, account: one.account } }
            const lists = {
              started: one.trials,
              finished: one.finished,
              asked: one.asked,
              early: one.early,
            } as const
            for (const [name, count] of Object.entries(lists)) {
              expect(await readSetCount(reader, own, { name: name as keyof typeof lists })).toBe(count)
            }
            const inScope = trialsInScope(rows, own)
            expect(inScope.filter((row) => isInSet({ name: 'converted' }, row, scope.clock)).length).toBe(
              one.converted,
            )
          }
        }
      },
    ),
    { numRuns: tries(30) },
  )
}, 120_000)
