import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visitor } from '#db/schema/trial'
import { createTestDatabase } from '#db/testing'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { copyOf } from '#tests/support/copy-of'
import { tries } from '#tests/support/depth'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { boardScope } from '~/domain/insight/board-scope'
import { CONVERSION_UNITS } from '~/domain/insight/conversion-terms'
import { resolveRange } from '~/domain/insight/date-range'
import { measureClock } from '~/domain/insight/measured-trial'
import { newVisitors } from '~/domain/insight/stages/new-visitors'
import { countStages } from '~/domain/insight/stages/stage-counts'
import { VISITOR_STATES } from '~/domain/insight/stages/visitor-states'
import { readSetCount } from '../count-sets'
import { listTrialRows } from '../list-trials'
import { readStageDays } from './stage-days'

const ZONES = [
  'UTC',
  'Europe/Madrid',
  'Asia/Shanghai',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Africa/Cairo',
]

const scope = fc
  .record({
    filter: fc.record(
      {
        demo: fc.constant('order-to-cash'),
        channel: fc.constant('email'),
        flagged: fc.boolean(),
        simulated: fc.boolean(),
      },
      { requiredKeys: ['flagged', 'simulated'] },
    ),
    days: fc.constantFrom({ preset: '90d' as const }, { preset: 'all' as const }, { preset: '30d' as const }),
    timeZone: fc.constantFrom(...ZONES),
  })
  .map(({ filter, days, timeZone }) =>
    boardScope({
      filter,
      range: resolveRange(days, TEST_NOW, timeZone),
      clock: measureClock(TEST_NOW, 30),
      timeZone,
    }),
  )

test('the copy counts the stages by day as the oracle does, and every state of visitors has its list', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(
      arbitraryTrials(60),
      fc.array(scope, { minLength: 3, maxLength: 3 }),
      fc.constantFrom(...CONVERSION_UNITS),
      async (rows, scopes, unit) => {
        await database.db.delete(visitor)
        await insertMeasuredTrials(database.db, rows)
        using reader = await copyOf(database)
        for (const at of scopes) {
          expect(await readStageDays(reader, at, { unit })).toEqual(countStages(rows, at, { unit }))
          const visitors = newVisitors(rows, at)
          for (const state of VISITOR_STATES) {
            const expected = visitors
              .filter(({ states }) => states.includes(state))
              .map(({ first }) => first.id)
            const page = { scope: at, set: { visitors: state }, sort: 'started', direction: 'asc' } as const
            const listed = await listTrialRows(reader, { ...page, limit: 100 })
            expect(listed.map(({ id }) => id).sort()).toEqual(expected.sort())
            expect(await readSetCount(reader, at, { visitors: state })).toBe(expected.length)
          }
        }
      },
    ),
    { numRuns: tries(30) },
  )
}, 120_000)
