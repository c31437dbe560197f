import { isNotNull } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { account } from '#db/schema/account'
import { visitor } from '#db/schema/trial'
import type { TestDatabase } from '#db/testing'
import { createTestDatabase } from '#db/testing'
import { ACCOUNTS, TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { copyOf } from '#tests/support/copy-of'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import type { BoardFilter } from '~/domain/insight/board-filter'
import type { BoardScope } from '~/domain/insight/board-scope'
import { boardScope, trialsInScope } from '~/domain/insight/board-scope'
import { countByDay as countByDayOracle } from '~/domain/insight/trend'
import { resolveRange } from '~/domain/insight/date-range'
import { countByKey, countSets } from '~/domain/insight/count'
import { quantile } from '~/domain/insight/quantile'
import type { DemoTally } from '~/domain/insight/demo-measures'
import { isInSet } from '~/domain/insight/set-membership'
import { tallyTrials as tallyOracle } from '~/domain/insight/tally'
import type { MeasuredTrial } from '~/domain/insight/measured-trial'
import { measureClock } from '~/domain/insight/measured-trial'
import type { RowSet } from '~/domain/insight/trial-set'
import { LIST_COLUMNS } from '~/domain/insight/trial-column'
import { PLAIN_SETS, SET_FAMILIES } from '~/domain/insight/trial-set'
import { readConversionTally } from './conversion-tally'
import { readCountsByDemoAndDay } from './count-by-day'
import { readSetCount } from './count-sets'
import { readOverviewFigures } from './demo-figures'
import { readIdealCounts } from './ideal-counts'
import { listTrialRows } from './list-trials'
import { mapValues } from './map-values'
import { readTrialTally } from './trial-tally'

const ZONES = [
  'UTC',
  'Europe/Madrid',
  'Asia/Shanghai',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Africa/Cairo',
]

const filter = (): fc.Arbitrary<BoardFilter> =>
  fc.record(
    {
      demo: fc.constantFrom('order-to-cash', 'absent'),
      revision: fc.integer({ min: 1, max: 3 }),
      plan: fc.constant('premium'),
      role: fc.constant('sales'),
      locale: fc.constantFrom('zh' as const, 'es' as const),
      channel: fc.constant('email'),
      account: fc.constantFrom(...ACCOUNTS),
      device: fc.constant('phone' as const),
      visitors: fc.constantFrom('new' as const, 'returning' as const),
      flagged: fc.boolean(),
      simulated: fc.boolean(),
    },
    { requiredKeys: ['flagged', 'simulated'] },
  )

const days = fc.constantFrom(
  { first: '2026-10-25', last: '2026-10-25' },
  { first: '2026-09-06', last: '2026-10-04' },
  { preset: '7d' as const },
  { preset: '90d' as const },
  { preset: 'all' as const },
)

const scope = (): fc.Arbitrary<BoardScope> =>
  fc
    .record({
      filter: filter(),
      days,
      timeZone: fc.constantFrom(...ZONES),
      window: fc.constantFrom(1, 30, 90),
    })
    .map(({ filter: chosen, days: choice, timeZone, window }) =>
      boardScope({
        filter: chosen,
        range: resolveRange(choice, TEST_NOW, timeZone),
        clock: measureClock(TEST_NOW, window),
        timeZone,
      }),
    )

/** Few and mostly wide scopes, so that sets are seldom empty. */
const wideScope = fc.oneof(
  scope(),
  scope().map((narrow) => ({ ...narrow, filter: { flagged: true, simulated: true } })),
)

/** Replaces all trials and copies them. */
async function copyTrials({ db, sql }: Pick<TestDatabase, 'db' | 'sql'>, rows: MeasuredTrial[]) {
  await db.delete(visitor)
  await insertMeasuredTrials(db, rows)
  return copyOf({ sql })
}

/** Each from the start of a trial up to that of another one, which is left out. */
const begunSets = (rows: MeasuredTrial[]): RowSet[] => {
  const starts = rows.map(({ startedAt }) => startedAt.getTime()).sort((a, b) => a - b)
  return starts.slice(0, 4).map((from) => ({ begun: { from, until: starts.at(-1) ?? from } }))
}

const setsOf = (rows: MeasuredTrial[], at: BoardScope): RowSet[] => {
  const keyed = SET_FAMILIES.flatMap((family) =>
    [...countByKey(rows, family, at.clock).keys()].map((key) => ({ family, key })),
  )
  const narrowed = keyed.map((among, index) => ({
    plain: PLAIN_SETS[index % PLAIN_SETS.length] ?? PLAIN_SETS[0],
    among,
  }))
  return [...PLAIN_SETS.map((name) => ({ name })), ...keyed, ...narrowed, ...begunSets(rows)]
}

/** Interpolated numbers differ in the last digit by the order of multiplication. */
const closeTo = (value: number | null) => (value === null ? null : expect.closeTo(value, 6))

const close = (tally: DemoTally) => ({
  ...tally,
  ...mapValues({ activeMs: tally.activeMs, wallMs: tally.wallMs, score: tally.score }, (own) => ({
    count: own.count,
    ...mapValues({ median: own.median, p75: own.p75, p95: own.p95 }, closeTo),
  })),
})

test('the database counts, measures and groups by day as the oracle does', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(
      arbitraryTrials(60),
      fc.array(wideScope, { minLength: 4, maxLength: 4 }),
      async (rows, scopes) => {
        using reader = await copyTrials(database, rows)
        for (const at of scopes) {
          const expected = tallyOracle(trialsInScope(rows, at), at.clock, at.timeZone)
          const { conversion, ...tally } = await readTrialTally(reader, at)
          expect(tally).toEqual(close(expected))
          expect(conversion).toEqual(await readConversionTally(reader, at, { unit: 'trial' }))
        }
      },
    ),
    { numRuns: tries(40) },
  )
}, 120_000)

test('the list behind every number holds exactly the trials that the oracle counts', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(arbitraryTrials(25), wideScope, async (rows, at) => {
      using reader = await copyTrials(database, rows)
      const within = trialsInScope(rows, at)
      for (const set of setsOf(within, at)) {
        const expected = within.filter((row) => isInSet(set, row, at.clock)).map((row) => row.id)
        const listed = await listTrialRows(reader, {
          scope: at,
          set,
          sort: 'score',
          direction: 'asc',
          limit: 100,
        })
        expect(listed.map((row) => row.id).sort()).toEqual(expected.sort())
        expect(await readSetCount(reader, at, set)).toBe(expected.length)
      }
    }),
    { numRuns: 12 },
  )
}, 120_000)

test('the overview shows for each demo what its own board shows', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(arbitraryTrials(60), wideScope, async (rows, at) => {
      using reader = await copyTrials(database, rows)
      const within = trialsInScope(rows, at)
      const demos = [...new Set(within.map((row) => row.demoSlug))].sort()
      const figuresOf = (own: MeasuredTrial[]) => ({
        counts: countSets(own, at.clock),
        medianActiveMs: quantile(
          own.map((row) => row.activeMs),
          0.5,
        ),
        medianScore: quantile(
          own.flatMap(({ score }) => score ?? []),
          0.5,
        ),
      })
      const figures = await readOverviewFigures(reader, at)
      expect(figures.counts).toEqual(countSets(within, at.clock))
      expect([...figures.demos.keys()].sort()).toEqual(demos)
      for (const demo of demos) {
        expect(figures.demos.get(demo)).toMatchObject(
          figuresOf(within.filter((row) => row.demoSlug === demo)),
        )
      }
      const byDay = await readCountsByDemoAndDay(reader, at)
      for (const demo of demos) {
        expect(byDay.get(demo)).toEqual(
          countByDayOracle(
            within.filter((row) => row.demoSlug === demo),
            at.timeZone,
          ),
        )
      }
    }),
    { numRuns: tries(30) },
  )
}, 120_000)

test('pages follow one another without a gap or a repeat, forwards and back, also among equal values', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(
      arbitraryTrials(25),
      fc.constantFrom(...LIST_COLUMNS),
      fc.constantFrom('asc' as const, 'desc' as const),
      async (trials, sort, direction) => {
        const rows = trials.map((row) => ({ ...row, score: row.score && row.score % 3 }))
        using reader = await copyTrials(database, rows)
        const at = boardScope({
          filter: { flagged: true, simulated: true },
          range: { from: null, until: null },
          clock: measureClock(TEST_NOW, 30),
          timeZone: 'UTC',
        })
        const page = { scope: at, set: { name: 'started' as const }, sort, direction, limit: 4 }
        const whole = await listTrialRows(reader, { ...page, limit: 100 })
        const seen: string[] = []
        for (let after: string | undefined; ; after = seen.at(-1)) {
          const part = await listTrialRows(reader, after ? { ...page, after } : page)
          if (part.length === 0) break
          seen.push(...part.map((row) => row.id))
        }
        expect(seen).toEqual(whole.map((row) => row.id))
        const last = seen.at(-1)
        if (!last) return
        const back = await listTrialRows(reader, { ...page, before: last })
        expect(back.map((row) => row.id)).toEqual(seen.slice(0, -1).slice(-4))
      },
    ),
    { numRuns: tries(25) },
  )
}, 120_000)

test('the ideal way is counted for each plan and start role', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(arbitraryTrials(40), wideScope, async (rows, at) => {
      using reader = await copyTrials(database, rows)
      const within = trialsInScope(rows, at)
      const counted = await readIdealCounts(reader, at)
      for (const { plan, role, ideal, known } of counted) {
        const own = countSets(
          within.filter((row) => row.plan === plan && row.role === role),
          at.clock,
        )
        expect([ideal, known]).toEqual([own['ideal-way'], own['way-known']])
      }
      const pairs = new Set(within.map(({ plan, role }) => `${plan} ${role}`))
      expect(new Set(counted.map(({ plan, role }) => `${plan} ${role}`))).toEqual(pairs)
    }),
    { numRuns: tries(15) },
  )
}, 120_000)

test('an account that was merged into another one is filtered as that one', async () => {
  await using database = await createTestDatabase()
  const [rows = []] = fc.sample(arbitraryTrials(60), { numRuns: 1, seed: 5 })
  using reader = await copyTrials(database, rows)
  const everyone = { flagged: true, simulated: true }
  const countOf = (account: string) => {
    const clock = measureClock(TEST_NOW, 30)
    const range = { from: null, until: null }
    const at = boardScope({ filter: { ...everyone, account }, range, clock, timeZone: 'UTC' })
    return readSetCount(reader, at, { name: 'started' })
  }
  const [merged] = await database.db
    .select({ id: account.id, root: account.mergedInto })
    .from(account)
    .where(isNotNull(account.mergedInto))
  const expected = rows.filter((row) => row.account === merged?.root).length
  expect(expected).toBeGreaterThan(0)
  expect(await countOf(merged?.id ?? '')).toBe(expected)
  expect(await countOf(merged?.root ?? '')).toBe(expected)
})
