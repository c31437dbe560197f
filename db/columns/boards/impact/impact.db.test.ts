import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visitor } from '#db/schema/trial'
import { createTestDatabase } from '#db/testing'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { copyOf } from '#tests/support/copy-of'
import { tries } from '#tests/support/depth'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { boardScope, trialsInScope } from '~/domain/insight/board-scope'
import { measureClock } from '~/domain/insight/measured-trial'
import { readSideCounts } from './count-sides'

test('the database counts the trials of each side of a publish, at the edges of its time too', async () => {
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
      const starts = rows.map(({ startedAt }) => startedAt).sort((a, b) => a.getTime() - b.getTime())
      const sides = starts.slice(0, 6).map((from, index) => ({
        revision: 1 + (index % 2),
        from,
        until: starts[starts.length - 1 - index] ?? from,
      }))
      const expected = sides.map(({ revision, from, until }) => {
        const own = trialsInScope(rows, at).filter(
          ({ revisionNumber, startedAt }) =>
            revisionNumber === revision && startedAt >= from && startedAt < until,
        )
        return { trials: own.length, finished: own.filter(({ outcome }) => outcome === 'success').length }
      })
      expect(await readSideCounts(reader, at, sides)).toEqual(expected)
    }),
    { numRuns: tries(25) },
  )
}, 120_000)
