import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visitor } from '#db/schema/trial'
import { createTestDatabase, type TestDatabase } from '#db/testing'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { copyOf } from '#tests/support/copy-of'
import { tries } from '#tests/support/depth'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { boardScope, trialsInScope } from '~/domain/insight/board-scope'
import { measureClock, type MeasuredTrial } from '~/domain/insight/measured-trial'
import { isInFlow } from '~/domain/insight/path-flow/flow-set'
import type { FlowTerms } from '~/domain/insight/path-flow/flow-set'
import { numbersOf } from '~/domain/insight/path-flow/flow-sets.testing'
import { tallyFlow, type FlowTally } from '~/domain/insight/path-flow/flow-tally'
import { foldFlow } from '~/domain/insight/path-flow/sankey'
import { tallyPaths } from '~/domain/insight/path-figures'
import { sequenceOf } from '~/domain/insight/path-flow/sequence'
import { tallyWays } from '~/domain/insight/way-figures'
import { listTrialRows } from '../list-trials'
import { readFlowTally } from './flow-tally'
import { readPathTally } from './path-tally'
import { readWayTally } from './way-tally'

const NAMES = {
  states: ['orders', 'order-form', 'pick', 'paid'],
  tasks: ['create-order', 'get-paid', 'ship'],
}

const terms: fc.Arbitrary<FlowTerms> = fc.constantFrom('states' as const, 'tasks' as const).chain((of) => {
  const name = fc.option(fc.constantFrom(...NAMES[of]), { nil: undefined })
  return fc.record({ start: name, end: name, steps: fc.nat(6) }).map(({ start, end, steps }) => ({
    ...{ of, steps },
    ...(start && { start }),
    ...(end && { end }),
  }))
})

async function copyTrials({ db, sql }: Pick<TestDatabase, 'db' | 'sql'>, rows: MeasuredTrial[]) {
  await db.delete(visitor)
  await insertMeasuredTrials(db, rows)
  return copyOf({ sql })
}

const scopeOf = (flagged: boolean) =>
  boardScope({
    filter: { flagged, simulated: true },
    range: { from: null, until: null },
    clock: measureClock(TEST_NOW, 30),
    timeZone: 'UTC',
  })

const inOrder = ({ visits, moves, ...totals }: FlowTally) => ({
  ...totals,
  visits: visits.map((one) => JSON.stringify(Object.entries(one).sort())).sort(),
  moves: moves.map((one) => JSON.stringify(Object.entries(one).sort())).sort(),
})

test('the database counts the stretches of paths as the oracle does', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(
      arbitraryTrials(60),
      fc.array(terms, { minLength: 6, maxLength: 6 }),
      fc.boolean(),
      async (rows, asked, flagged) => {
        using reader = await copyTrials(database, rows)
        const at = scopeOf(flagged)
        for (const flow of asked) {
          const paths = trialsInScope(rows, at).map((row) => ({ states: sequenceOf(flow.of, row), count: 1 }))
          expect(inOrder(await readFlowTally(reader, at, flow))).toEqual(inOrder(tallyFlow(paths, flow)))
        }
      },
    ),
    { numRuns: tries(30) },
  )
}, 120_000)

test('each number of a diagram opens exactly the trials that it counts', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(
      arbitraryTrials(30),
      terms,
      fc.integer({ min: 1, max: 3 }),
      async (rows, flow, states) => {
        using reader = await copyTrials(database, rows)
        const at = scopeOf(true)
        const drawn = foldFlow(await readFlowTally(reader, at, flow), { ...flow, states })
        for (const { set, count } of numbersOf(drawn, flow)) {
          const order = { sort: 'started', direction: 'asc', limit: 100 } as const
          const listed = await listTrialRows(reader, { scope: at, set, ...order })
          const expected = rows.filter((row) => isInFlow(set, sequenceOf(flow.of, row)))
          expect(listed.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort())
          expect(listed).toHaveLength(count)
        }
      },
    ),
    { numRuns: tries(15) },
  )
}, 120_000)

test('the database counts states, steps and whole paths as the oracles do', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(
      arbitraryTrials(60),
      fc.boolean(),
      fc.integer({ min: 1, max: 9 }),
      async (rows, flagged, limit) => {
        using reader = await copyTrials(database, rows)
        const at = scopeOf(flagged)
        const within = trialsInScope(rows, at)
        expect(await readWayTally(reader, at)).toEqual(tallyWays(within, at.clock))
        const close = (value: number | null) => (value === null ? null : expect.closeTo(value, 6))
        expect(await readPathTally(reader, at, limit)).toEqual(
          tallyPaths(within, limit).map((one) => ({
            ...one,
            ...{ activeMs: close(one.activeMs), score: close(one.score) },
          })),
        )
      },
    ),
    { numRuns: tries(30) },
  )
}, 120_000)
