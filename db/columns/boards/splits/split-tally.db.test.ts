import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { copyOf } from '#tests/support/copy-of'
import { tries } from '#tests/support/depth'
import { insertSplitRow } from '#tests/support/insert-split'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { splitExposure } from '#db/schema/split'
import { visitor } from '#db/schema/trial'
import { createTestDatabase } from '#db/testing'
import type { MeasuredTrial } from '~/domain/insight/measured-trial'
import { SPLIT_MEASURES } from '~/domain/insight/split/split-plan'
import type { SplitMeasure } from '~/domain/insight/split/split-plan'
import { tallySplit } from '~/domain/insight/split/split-tally'
import type { Exposure, ReachedMoment } from '~/domain/insight/split/split-tally'
import { readSplitTally } from './split-tally'

const DAY = 86_400_000
const DEMO = 'order-to-cash'

const isCounted = (simulated: boolean) => (own: MeasuredTrial) =>
  own.flags.every((flag) => flag === 'simulated' && simulated)

function momentsOf(
  rows: readonly MeasuredTrial[],
  measure: SplitMeasure,
  demo: string | null,
): ReachedMoment[] {
  const moment = (row: MeasuredTrial, at: Date) => ({ visitor: row.visitorId, atMs: at.getTime() })
  switch (measure) {
    case 'started':
      return rows.map((row) => moment(row, row.startedAt))
    case 'finished':
      return rows.flatMap((row) =>
        row.outcome === 'success' && (demo === null || row.demoSlug === demo)
          ? [moment(row, row.lastEventAt)]
          : [],
      )
    case 'asked':
      return rows.flatMap((row) => row.asks.map(({ at }) => moment(row, at)))
    case 'converted':
      return rows.flatMap((row) => row.conversions.map(({ at }) => moment(row, at)))
  }
}

test('the tally of a split is that of the oracle, for every measure, with and without simulated trials', async () => {
  await using database = await createTestDatabase()
  const splitId = await insertSplitRow(database.db)
  const shown = fc.record({
    side: fc.constantFrom('control' as const, 'variant' as const),
    ago: fc.integer({ min: 0, max: 120 * 24 }).map((hours) => hours * 3_600_000),
  })
  const sights = fc.array(fc.option(shown), { minLength: 40, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(arbitraryTrials(40), sights, fc.constantFrom(0, 1, 7, 30), async (rows, given, days) => {
      await database.db.delete(visitor)
      await insertMeasuredTrials(database.db, rows)
      const visitors = [...new Set(rows.map(({ visitorId }) => visitorId))]
      const exposures: Exposure[] = visitors.flatMap((id, index) => {
        const own = given[index]
        return own ? [{ visitor: id, side: own.side, atMs: TEST_NOW.getTime() - own.ago }] : []
      })
      if (exposures.length > 0) {
        await database.db
          .insert(splitExposure)
          .values(
            exposures.map((one) => ({ ...one, visitorId: one.visitor, splitId, at: new Date(one.atMs) })),
          )
      }
      using reader = await copyOf(database)
      const clock = { nowMs: TEST_NOW.getTime(), followUpMs: days * DAY }
      for (const measure of SPLIT_MEASURES) {
        for (const simulated of [false, true]) {
          for (const demo of [null, DEMO]) {
            const isRefused = (row: MeasuredTrial) => !isCounted(simulated)(row)
            const refused = new Set(rows.filter(isRefused).map(({ visitorId }) => visitorId))
            const counted = exposures.filter((one) => !refused.has(one.visitor))
            const expected = tallySplit(counted, momentsOf(rows, measure, demo), clock)
            const scope = { splitId, measure, demo, clock, simulated }
            expect(await readSplitTally(reader, scope)).toEqual(expected)
          }
        }
      }
    }),
    { numRuns: tries(15) },
  )
}, 120_000)
