import { sql, type SQL } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Database } from '#db/client'
import { account } from '#db/schema/account'
import { ask } from '#db/schema/ask'
import { messageEvent } from '#db/schema/message-event'
import { pageView } from '#db/schema/page-view'
import { remark } from '#db/schema/remark'
import { touch } from '#db/schema/touch'
import { visitor } from '#db/schema/trial'
import { createTestDatabase } from '#db/testing'
import { ACCOUNTS, arbitraryTrials, TEST_NOW } from '#tests/support/arbitrary-trials'
import { tries, TRIES_ALL } from '#tests/support/depth'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { listFunnelEvents } from '#tests/support/list-funnel-events'
import { SIMULATED_FLAG } from '~/domain/insight/board-filter'
import { funnel } from '~/domain/insight/funnel/funnel'
import { funnelQuerySchema, type FunnelQuery } from '~/domain/insight/funnel/funnel-query'
import type { MeasuredTrial } from '~/domain/insight/measured-trial'
import { applyNames } from '../copy/apply-names'
import { makeFirstCopy } from '../copy/make-first-copy'
import { openColumns } from '../open-columns'
import { copyEvents } from './copy-events'
import { funnelOfColumns } from './funnel-of-columns'

const UNFLAGGED = sql`len(trial.flags) = 0`
const SIMULATED_TOO = sql`len(list_filter(trial.flags, lambda flag: flag <> ${SIMULATED_FLAG})) = 0`

const eventsOf = (counts: SQL, asOfMs = 1) => copyEvents({ reader: { asOfMs }, counts })

const isCounted = ({ flags }: { flags: readonly string[] }, simulated: boolean) =>
  flags.every((flag) => simulated && flag === SIMULATED_FLAG)

async function fill(db: Database, trials: readonly MeasuredTrial[], more: readonly Arrival[]) {
  await db.delete(visitor)
  await db.delete(account)
  await insertMeasuredTrials(db, trials)
  const rows = more.flatMap(({ trial: index, kind, minutes, id, ...row }) => {
    const of = trials[index % Math.max(1, trials.length)]
    const at = new Date((of?.startedAt ?? TEST_NOW).getTime() + minutes * 60_000)
    return of ? [{ ...row, kind, id, at, visitorId: of.visitorId, trialId: of.id }] : []
  })
  const touches = rows.flatMap(({ kind, ...row }) => (kind === 'visit' ? [row] : []))
  if (touches.length > 0) await db.insert(touch).values(touches)
  const asks = rows.flatMap(({ kind, ...row }) =>
    kind === 'visit' ? [] : [{ ...row, ...UNREAD, kind, browserId: row.id }],
  )
  if (asks.length > 0) await db.insert(ask).values(asks)
  await look(db, rows)
}

/** Who came or asked also looked at something, was shown something and said something, at the same moment. */
async function look(db: Database, rows: readonly Looked[]): Promise<void> {
  const views = rows.map(({ visitorId, id, at, channel, plan }, index) => ({
    ...{ visitorId, id, at, route: channel, document: plan, bot: index % 5 === 4 },
  }))
  const remarks = rows.map(({ visitorId, id, at, trialId, channel }) => ({
    ...{ visitorId, id, at, trialId, state: channel, seq: 0, atMs: 0, locale: 'en' as const },
    kind: 'wrong' as const,
  }))
  const messages = rows.map(({ visitorId, id, at, channel }) => ({
    ...{ visitorId, id, at, message: channel, fate: 'shown' as const },
  }))
  if (rows.length === 0) return
  await db.insert(pageView).values(views)
  await db.insert(remark).values(remarks)
  await db.insert(messageEvent).values(messages)
}

interface Looked extends Pick<Arrival, 'id' | 'channel' | 'plan'> {
  visitorId: string
  trialId: string
  at: Date
}

const UNREAD = { name: '', email: '', company: '', message: '', locale: 'en' as const }

/** A visit or a request of somebody with a trial. */
const arrival = fc.record({
  id: fc.uuid({ version: 7 }),
  trial: fc.nat(11),
  kind: fc.constantFrom('visit' as const, 'visit' as const, 'quote' as const, 'call' as const),
  minutes: fc.constantFrom(-1_440, -1, 0, 0, 1, 60),
  channel: fc.constantFrom('paid', 'email'),
  source: fc.constantFrom(null, '', 'news', 'ads'),
  plan: fc.constantFrom(null, 'premium'),
})
type Arrival = typeof arrival extends fc.Arbitrary<infer One> ? One : never

const rule = fc.oneof(
  fc.record({
    event: fc.constantFrom(
      'trial',
      'state',
      'task',
      'finish',
      'rating',
      'visit',
      'ask',
      'asked',
      'conversion',
      'page',
      'message',
      'remark',
    ),
    where: fc.constantFrom({}, {}, {}, { plan: 'premium' }, { demo: 'order-to-cash' }, { returning: false }),
  }),
  fc.constantFrom(
    { event: 'state', where: { state: 'orders' } },
    { event: 'page', where: { route: 'paid' } },
    { event: 'message', where: { message: 'email', fate: 'shown' } },
    { event: 'remark', where: { kind: 'wrong', plan: 'premium' } },
    { event: 'state', where: { state: 'pick', plan: 'free' } },
    { event: 'task', where: { task: 'ship' } },
    { event: 'finish', where: { outcome: 'success' } },
    { event: 'rating', where: { stars: 5, revision: 1 } },
    { event: 'asked', where: { goal: 'quote', unverified: false } },
    { event: 'ask', where: { kind: 'call' } },
    { event: 'visit', where: { source: 'news' } },
    { event: 'conversion', where: { goal: 'purchase', account: ACCOUNTS[0] ?? '' } },
    { event: 'trial', where: { plan: 7 } },
    { event: 'trial', where: { nothing: 'such' } },
    { event: 'page', where: {} },
  ),
)

const props = [
  'plan',
  'source',
  'channel',
  'account',
  'state',
  'task',
  'revision',
  'returning',
  'stars',
  'trial',
]
const bound = fc.constantFrom(null, null, null, '2026-09-25', '2026-10-25', '2026-10-25T01:00:00Z')

const anyQuery: fc.Arbitrary<FunnelQuery> = fc
  .record({
    steps: fc.array(rule, { minLength: 1, maxLength: 4 }),
    order: fc.constantFrom('ordered', 'ordered', 'strict', 'unordered'),
    windowSeconds: fc.constantFrom(0, 60, 86_400, 30 * 86_400, 200 * 86_400),
    exclusions: fc.oneof(fc.constant([]), fc.constant([]), fc.array(rule, { minLength: 1, maxLength: 2 })),
    breakdown: fc.oneof(
      fc.constant(null),
      fc.record({ by: fc.constant('first-touch'), prop: fc.constantFrom(...props) }),
      fc.record({
        by: fc.constant('step'),
        step: fc.integer({ min: 1, max: 2 }),
        prop: fc.constantFrom(...props),
      }),
    ),
    unit: fc.constantFrom('visitor', 'visitor', 'trial', 'account'),
    timeZone: fc.constantFrom('Europe/Madrid', 'UTC'),
    from: bound,
    to: bound,
  })
  .map((written) => funnelQuerySchema.safeParse(written))
  .filter((parsed) => parsed.success)
  .map((parsed) => parsed.data as FunnelQuery)

test('a funnel over the copy of random trials is what the definition says of the rows of PostgreSQL', async () => {
  await using database = await createTestDatabase()
  const arrivals = fc.uniqueArray(arrival, { maxLength: 10, selector: ({ id }) => id })
  const queries = fc.array(anyQuery, { minLength: 4, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(
      arbitraryTrials(12),
      arrivals,
      queries,
      fc.boolean(),
      async (trials, more, asked, simulated) => {
        await fill(database.db, trials, more)
        using columns = await openColumns({ threads: 1 })
        await makeFirstCopy(columns.connection, database.sql, { watermarkMs: 1 })
        const events = await listFunnelEvents(database.db, (row) => isCounted(row, simulated))
        const source = eventsOf(simulated ? SIMULATED_TOO : UNFLAGGED)
        for (const query of asked)
          expect(await funnelOfColumns(columns.connection, query, source)).toEqual(funnel(events, query))
      },
    ),
    { numRuns: TRIES_ALL ? 1_000 : 50 },
  )
}, 600_000)

const oneStep = (unit: FunnelQuery['unit']) =>
  funnelQuerySchema.parse({ steps: [{ event: 'trial' }], order: 'ordered', windowSeconds: 0, unit })

/** What the funnel of one step `trial` must count. */
function unitsOf(rows: readonly MeasuredTrial[], unit: FunnelQuery['unit']): number {
  const key = { trial: 'id', visitor: 'visitorId', account: 'account' } as const
  return new Set(rows.map((row) => row[key[unit]]).filter((name) => name !== null)).size
}

test('a funnel of one step counts the trials, visitors and accounts that boards count, flags out or simulated in', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(arbitraryTrials(12), fc.boolean(), async (trials, simulated) => {
      await fill(database.db, trials, [])
      using columns = await openColumns({ threads: 1 })
      await makeFirstCopy(columns.connection, database.sql, { watermarkMs: 1 })
      const source = eventsOf(simulated ? SIMULATED_TOO : UNFLAGGED)

      const counted = trials.filter((row) => isCounted(row, simulated))
      for (const unit of ['trial', 'visitor', 'account'] as const) {
        const { steps } = await funnelOfColumns(columns.connection, oneStep(unit), source)
        expect(steps.map(({ count }) => count)).toEqual([unitsOf(counted, unit)])
      }
    }),
    { numRuns: tries(100) },
  )
})

test('a funnel at an older watermark counts what was there then', async () => {
  await using database = await createTestDatabase()
  const [trials = []] = fc.sample(arbitraryTrials(12), { seed: 7, numRuns: 1 })
  await fill(database.db, trials, [])
  using columns = await openColumns({ threads: 1 })
  await makeFirstCopy(columns.connection, database.sql, { watermarkMs: 1 })
  await database.db.delete(visitor)
  const names = trials.map(({ visitorId, id }) => ({ kind: 'trial' as const, visitor: visitorId, id }))
  await applyNames(columns.connection, database.sql, { names, watermarkMs: 2 })

  const countAt = async (asOfMs: number) => {
    const source = eventsOf(sql`true`, asOfMs)
    const { steps } = await funnelOfColumns(columns.connection, oneStep('trial'), source)
    return steps[0]?.count
  }
  expect(await countAt(1)).toBe(trials.length)
  expect(await countAt(2)).toBe(0)
})
