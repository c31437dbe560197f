import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { conversionRate } from './conversion'
import { demoMeasures } from './demo-measures'
import { isInSet } from './set-membership'
import { tallyTrials } from './tally'
import type { MeasuredTrial } from './measured-trial'
import { measureClock } from './measured-trial'
import type { RowSet } from './trial-set'
import { TALLIED_FAMILIES } from './trial-set'

const clock = measureClock(TEST_NOW, 30)
const size = (rows: MeasuredTrial[], set: RowSet) => rows.filter((row) => isInSet(set, row, clock)).length

test('every trial is finished, ended otherwise, dropped or running, and exactly one of them', () => {
  fc.assert(
    fc.property(arbitraryTrials(40), (rows) => {
      const { counts } = tallyTrials(rows, clock, 'UTC')
      expect(counts.started).toBe(rows.length)
      expect(counts.finished + counts.ended + counts.dropped + counts.running).toBe(rows.length)
    }),
  )
})

test('every trial is matured, converted early or still open, and exactly one of them', () => {
  fc.assert(
    fc.property(arbitraryTrials(40), (rows) => {
      const { counts } = tallyTrials(rows, clock, 'UTC')
      expect(counts.matured + counts.early + counts.open).toBe(rows.length)
      expect(counts.converted).toBeLessThanOrEqual(counts.matured)
    }),
  )
})

test('no rate has more trials above the line than below it', () => {
  fc.assert(
    fc.property(arbitraryTrials(40), (rows) => {
      const board = demoMeasures(tallyTrials(rows, clock, 'UTC'), {
        ...{ first: '2026-01-01', last: '2026-10-25', unit: 'week' as const },
      })
      const rates = [
        board.completion,
        conversionRate(board.counts),
        board.hinted,
        board.detour.trials,
        ...board.dropOff,
      ]
      for (const rate of [...rates, ...board.edges, ...board.paths, ...board.tasks]) {
        expect(rate.numerator).toBeLessThanOrEqual(rate.denominator)
      }
    }),
  )
})

test('the list behind every count has as many trials as the count', () => {
  fc.assert(
    fc.property(arbitraryTrials(30), (rows) => {
      const { counts, byKey } = tallyTrials(rows, clock, 'UTC')
      expect(size(rows, { name: 'converted' })).toBe(counts.converted)
      for (const family of TALLIED_FAMILIES) {
        for (const [key, count] of byKey[family]) expect(size(rows, { family, key })).toBe(count)
      }
    }),
  )
})

test('a distribution leaves out nobody', () => {
  fc.assert(
    fc.property(arbitraryTrials(40), (rows) => {
      const board = demoMeasures(tallyTrials(rows, clock, 'UTC'), {
        ...{ first: '2026-01-01', last: '2026-10-25', unit: 'week' as const },
      })
      const total = (bars: { count: number }[]) => bars.reduce((sum, bar) => sum + bar.count, 0)
      expect(total(board.activeMs.bars)).toBe(rows.length)
      const scored = rows.filter((row) => row.score !== null).length
      expect([total(board.score.bars), board.score.count]).toEqual([scored, scored])
      expect(total(board.rating.distribution)).toBe(board.rating.rated)
      expect(total(board.trend)).toBe(rows.length)
    }),
  )
})

test('without trials there are no rates, and nothing is told', () => {
  const board = demoMeasures(tallyTrials([], clock, 'UTC'), {
    ...{ first: '2026-10-24', last: '2026-10-25', unit: 'day' as const },
  })
  expect(board.completion).toMatchObject({ share: null, enough: false })
  expect(board.activeMs.median).toBeNull()
  expect(board.rating.mean).toBeNull()
  expect(board.detour.share).toBeNull()
  expect(board.trend).toEqual([
    { first: '2026-10-24', last: '2026-10-24', count: 0 },
    { first: '2026-10-25', last: '2026-10-25', count: 0 },
  ])
})
