import fc from 'fast-check'
import { TRIAL_ENTRIES } from '~/domain/trial/entry'
import { expect, test } from 'vitest'
import { createTestDatabase } from '#db/testing'
import { ACCOUNTS, TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { copyOf } from '#tests/support/copy-of'
import { tries } from '#tests/support/depth'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { visitor } from '#db/schema/trial'
import type { BoardFilter } from '~/domain/insight/board-filter'
import { boardScope, trialsInScope } from '~/domain/insight/board-scope'
import { breakdown } from '~/domain/insight/breakdown/breakdown'
import { BREAKDOWN_COLUMNS, type Breakdown } from '~/domain/insight/breakdown/breakdown-terms'
import { BEGINNINGS, DIMENSIONS, OPTIONAL_DIMENSIONS } from '~/domain/insight/breakdown/dimensions'
import { filterOfRow, narrowedFilter } from '~/domain/insight/breakdown/narrowed-filter'
import { BREAKDOWN_MEASURES, MEASURE_SETS } from '~/domain/insight/breakdown/measures'
import { talliedBreakdown } from '~/domain/insight/breakdown/tallied-breakdown'
import { measureClock } from '~/domain/insight/measured-trial'
import { readSetCount } from '../count-sets'
import { readBreakdownTally } from './breakdown-tally'

const terms = fc
  .record({
    measure: fc.constantFrom(...BREAKDOWN_MEASURES),
    one: fc.constantFrom(...DIMENSIONS),
    other: fc.option(fc.constantFrom(...DIMENSIONS)),
    column: fc.constantFrom(...BREAKDOWN_COLUMNS),
    descending: fc.boolean(),
  })
  .map(({ measure, one, other, column, descending }) => ({
    measure,
    by: other ? ([one, other] as const) : ([one] as const),
    factors: { EUR: 1, USD: 0.5 },
    order: { column, descending },
  }))

const filter = fc.record(
  {
    source: fc.constantFrom('newsletter', 'partner'),
    campaign: fc.constant('spring'),
    keyword: fc.constantFrom('erp', 'inventory'),
    beginning: fc.constantFrom(...BEGINNINGS),
    entry: fc.constantFrom(...TRIAL_ENTRIES),
    account: fc.constantFrom(...ACCOUNTS),
    without: fc.subarray([...OPTIONAL_DIMENSIONS], { maxLength: 2 }),
    flagged: fc.boolean(),
    simulated: fc.boolean(),
  },
  { requiredKeys: ['flagged', 'simulated'] },
)

const EVERYTHING = { flagged: true, simulated: true }
const scopeOf = (chosen: BoardFilter, days: number) =>
  boardScope({
    filter: chosen,
    range: { from: null, until: null },
    clock: measureClock(TEST_NOW, days),
    timeZone: 'UTC',
  })

const scope = fc
  .record({
    filter: fc.oneof(filter, fc.constant(EVERYTHING), fc.constant(EVERYTHING)),
    days: fc.constantFrom(1, 30),
  })
  .map(({ filter: chosen, days }) => scopeOf(chosen, days))

/** Sums of squares differ in their last digits by the order in which they are added. */
const close = (value: number | null) =>
  value === null || !Number.isFinite(value) ? value : expect.closeTo(value, 6)

const closeTo = ({ rows, all }: Breakdown) => {
  const near = <Part extends { low: number; high: number; value: number | null }>(part: Part) => ({
    ...{ ...part, value: close(part.value), low: close(part.low), high: close(part.high) },
  })
  return {
    all: { ...all, estimate: near(all.estimate) },
    rows: rows.map((row) => ({
      ...{ ...row, estimate: near(row.estimate), fromRest: row.fromRest && near(row.fromRest) },
    })),
  }
}

const byKeys = ({ rows, all }: Breakdown): Breakdown => ({
  ...{ all, rows: [...rows].sort((a, b) => (JSON.stringify(a.keys) < JSON.stringify(b.keys) ? -1 : 1)) },
})

test('the database breaks every measure down as the oracle does', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(
      arbitraryTrials(60),
      fc.array(fc.tuple(scope, terms), { minLength: 8, maxLength: 8 }),
      async (rows, asked) => {
        await database.db.delete(visitor)
        await insertMeasuredTrials(database.db, rows)
        using reader = await copyOf(database)
        for (const [at, by] of asked) {
          const expected = breakdown(trialsInScope(rows, at), by, at.clock)
          const found = talliedBreakdown(await readBreakdownTally(reader, at, by), by)
          if (by.order.column === 'key' || by.order.column === 'trials')
            expect(found).toEqual(closeTo(expected))
          else expect(byKeys(found)).toEqual(closeTo(byKeys(expected)))
        }
      },
    ),
    { numRuns: tries(40) },
  )
}, 120_000)

test('the lists that a row opens are as long as its numbers', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(arbitraryTrials(20), scope, terms, async (rows, at, by) => {
      await database.db.delete(visitor)
      await insertMeasuredTrials(database.db, rows)
      using reader = await copyOf(database)
      const { part, whole } = MEASURE_SETS[by.measure]
      const isCount = by.measure !== 'value'
      for (const row of talliedBreakdown(await readBreakdownTally(reader, at, by), by).rows) {
        const own = { ...at, filter: narrowedFilter(at.filter, filterOfRow(by.by, row.keys)) }
        const size = (name: typeof whole) => readSetCount(reader, own, { name })
        expect(await size('started')).toBe(row.trials)
        if (part && isCount) expect(await size(part)).toBe(row.numerator)
        if (by.measure !== 'trials') expect(await size(whole)).toBe(row.estimate.count)
      }
    }),
    { numRuns: tries(30) },
  )
}, 120_000)
