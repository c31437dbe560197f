import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTestDatabase } from '#db/testing'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { copyOf } from '#tests/support/copy-of'
import { tries } from '#tests/support/depth'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { visitor } from '#db/schema/trial'
import { boardScope, trialsInScope } from '~/domain/insight/board-scope'
import { hesitationByState, tellingHesitation } from '~/domain/insight/hesitation'
import { measureClock } from '~/domain/insight/measured-trial'
import { readHesitation } from './hesitation'

test('the database finds how long trials stood at each state as the oracle does', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(arbitraryTrials(60), fc.boolean(), async (rows, flagged) => {
      await database.db.delete(visitor)
      await insertMeasuredTrials(database.db, rows)
      using reader = await copyOf(database)
      const at = boardScope({
        filter: { flagged, simulated: true },
        range: { from: null, until: null },
        clock: measureClock(TEST_NOW, 30),
        timeZone: 'UTC',
      })
      const close = (value: number): number => expect.closeTo(value, 6) as number
      const expected = hesitationByState(trialsInScope(rows, at)).map(({ median, interval, ...row }) => ({
        ...{ ...row, median: close(median) },
        interval: interval && { low: close(interval.low), high: close(interval.high) },
      }))
      expect(tellingHesitation(await readHesitation(reader, at))).toEqual(expected)
    }),
    { numRuns: tries(40) },
  )
}, 120_000)
