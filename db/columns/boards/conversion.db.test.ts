import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { visitor } from '#db/schema/trial'
import { createTestDatabase } from '#db/testing'
import { ACCOUNTS, TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { copyOf } from '#tests/support/copy-of'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import type { BoardScope } from '~/domain/insight/board-scope'
import { boardScope } from '~/domain/insight/board-scope'
import { tallyConversion as tallyOracle } from '~/domain/insight/conversion'
import type { ConversionTally } from '~/domain/insight/conversion'
import { CONVERSION_STATES, CONVERSION_UNITS, GOALS } from '~/domain/insight/conversion-terms'
import { isInState, unitsInScope } from '~/domain/insight/conversion-units'
import { sumValues } from '~/domain/insight/conversion-value'
import { resolveRange } from '~/domain/insight/date-range'
import { measureClock } from '~/domain/insight/measured-trial'
import { readSetCount } from './count-sets'
import { readValueSums } from './value-sums'
import { listTrialRows } from './list-trials'
import { readConversionTally } from './conversion-tally'
import { readOverviewFigures } from './demo-figures'

const scope = (): fc.Arbitrary<BoardScope> =>
  fc
    .record({
      filter: fc.record(
        {
          demo: fc.constant('order-to-cash'),
          plan: fc.constant('premium'),
          account: fc.constantFrom(...ACCOUNTS),
          flagged: fc.boolean(),
          simulated: fc.boolean(),
        },
        { requiredKeys: ['flagged', 'simulated'] },
      ),
      range: fc.constantFrom(
        { preset: 'all' as const },
        { preset: '30d' as const },
        { preset: '90d' as const },
      ),
      window: fc.constantFrom(1, 30, 90),
    })
    .map(({ filter, range, window }) =>
      boardScope({
        filter,
        range: resolveRange(range, TEST_NOW, 'UTC'),
        clock: measureClock(TEST_NOW, window),
        timeZone: 'UTC',
      }),
    )

const terms = fc.record({
  unit: fc.constantFrom(...CONVERSION_UNITS),
  goal: fc.constantFrom(undefined, undefined, ...GOALS),
})

/** Sums of floating-point numbers differ in the last digits by the order of addition. */
const close = ({ counts, followUp }: ConversionTally) => ({
  counts,
  followUp: {
    ...followUp,
    days: followUp.days.map(({ logOpen, variance, ...day }) => ({
      ...day,
      logOpen: Number.isFinite(logOpen) ? expect.closeTo(logOpen, 9) : logOpen,
      variance: Number.isFinite(variance) ? expect.closeTo(variance, 9) : variance,
    })),
  },
})

test('the database counts and follows units of conversion as the oracle does', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(
      arbitraryTrials(50),
      fc.array(fc.tuple(scope(), terms), { minLength: 4, maxLength: 4 }),
      async (rows, asked) => {
        await database.db.delete(visitor)
        await insertMeasuredTrials(database.db, rows)
        using reader = await copyOf(database)
        for (const [at, of] of asked) {
          const expected = tallyOracle(unitsInScope(rows, at, of), at.clock)
          expect(await readConversionTally(reader, at, of)).toEqual(close(expected))
          const trials = unitsInScope(rows, at, { unit: 'trial' })
          const figures = await readOverviewFigures(reader, at)
          for (const demo of new Set(trials.map(({ first }) => first.demoSlug))) {
            const own = trials.filter(({ first }) => first.demoSlug === demo)
            expect(figures.demos.get(demo)?.conversion).toEqual(close(tallyOracle(own, at.clock)))
          }
        }
      },
    ),
    { numRuns: tries(25) },
  )
}, 120_000)

test('the list behind every number of conversion holds exactly the units that it counts', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(arbitraryTrials(25), scope(), terms, async (rows, at, of) => {
      await database.db.delete(visitor)
      await insertMeasuredTrials(database.db, rows)
      using reader = await copyOf(database)
      const units = unitsInScope(rows, at, of)
      for (const state of CONVERSION_STATES) {
        const set = { ...of, state }
        const expected = units.filter((unit) => isInState(unit, state, at.clock)).map(({ first }) => first.id)
        const page = { scope: at, set, sort: 'started' as const, direction: 'desc' as const, limit: 100 }
        const listed = await listTrialRows(reader, page)
        expect(listed.map(({ id }) => id).sort()).toEqual(expected.sort())
        expect(await readSetCount(reader, at, set)).toBe(expected.length)
      }
    }),
    { numRuns: 15 },
  )
}, 120_000)

test('the database sums values by currency as the oracle does, and each sum opens its units', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(arbitraryTrials(30), scope(), terms, async (rows, at, of) => {
      await database.db.delete(visitor)
      await insertMeasuredTrials(database.db, rows)
      using reader = await copyOf(database)
      const units = unitsInScope(rows, at, of)
      expect(await readValueSums(reader, at, of)).toEqual(sumValues(units, at.clock))
      for (const state of ['valued', 'early-valued'] as const) {
        const own = units.filter((unit) => isInState(unit, state, at.clock))
        for (const currencies of [['EUR'], ['CHF', 'USD']]) {
          const expected = own.filter(({ amounts }) =>
            amounts.some(({ currency }) => currencies.includes(currency)),
          )
          expect(await readSetCount(reader, at, { ...of, state, currencies })).toBe(expected.length)
        }
      }
    }),
    { numRuns: tries(20) },
  )
}, 120_000)
