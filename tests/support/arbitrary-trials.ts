import { TRIAL_ENTRIES } from '~/domain/trial/entry'
import fc from 'fast-check'
import { GOALS } from '~/domain/insight/conversion-terms'
import type { Goal } from '~/domain/insight/conversion-terms'
import type { TrialGoal, TrialTouch, MeasuredTrial } from '~/domain/insight/measured-trial'

/** The current time for generated trials: the evening of a day on which summer time ends in Europe. */
export const TEST_NOW = new Date('2026-10-25T21:30:00Z')

const STATES = ['orders', 'order-form', 'pick', 'manual-check', 'paid']
const MINUTE_MS = 60_000

const FARMS = ['0190a000-0000-7000-8000-0000000000f1', '0190a000-0000-7000-8000-0000000000f2']
/** Accounts that visitors of generated trials belong to. */
export const ACCOUNTS = ['0190a000-0000-7000-8000-0000000000a1', '0190a000-0000-7000-8000-0000000000a2']

/** Days on which clocks change somewhere, and ordinary ones, so that both kinds of day bounds are tested. */
const EDGES = [
  '2026-10-25T00:59:59.999Z',
  '2026-10-25T01:00:00.000Z',
  '2026-10-24T22:00:00.000Z',
  '2026-10-04T13:59:59.000Z',
  '2026-09-06T04:00:00.000Z',
  '2026-09-25T21:30:00.000Z',
  '2026-03-08T10:00:00.000Z',
]

const instant = (): fc.Arbitrary<Date> =>
  fc.oneof(
    fc.constantFrom(...EDGES).map((text) => new Date(text)),
    fc
      .integer({ min: 0, max: 120 * 24 * 60 })
      .map((minutes) => new Date(TEST_NOW.getTime() - minutes * MINUTE_MS)),
  )

const path = (): fc.Arbitrary<string[]> =>
  fc
    .array(fc.constantFrom(...STATES), { minLength: 0, maxLength: 7 })
    .map((states) => ['orders', ...states].filter((state, index, all) => state !== all[index - 1]))

/** Time between two states of a path; 0 where they were entered together. */
const gap = (): fc.Arbitrary<number> => fc.oneof(fc.constantFrom(0, 1_000), fc.nat(400_000))

/** Null for a trial without recorded times. */
const gaps = () => fc.option(fc.array(gap(), { minLength: 8, maxLength: 8 }), { freq: 6 })

function entryTimes(path: readonly string[], gaps: readonly number[]): number[] {
  let at = 0
  return path.map((_, index) => (at += index === 0 ? 0 : (gaps[index] ?? 0)))
}

const tasks = (): fc.Arbitrary<Record<string, number | null>> =>
  fc.dictionary(fc.constantFrom('create-order', 'get-paid', 'ship'), fc.option(fc.nat(600_000)), {
    noNullPrototype: true,
  })

const duration = (): fc.Arbitrary<number> =>
  fc.oneof(fc.constantFrom(0, 59_999, 60_000, 90_000, 1_200_000), fc.nat(3_000_000))

/** Time after the start: 0, the window's last instant, one past it, or anything. Negative means a wrong clock. */
const delay = (): fc.Arbitrary<number> =>
  fc.oneof(
    fc.constantFrom(0, -1000, 30 * 86_400_000, 30 * 86_400_000 + 1),
    fc.integer({ min: 0, max: 60 * 86_400_000 }),
  )

/** Kept texts are never empty: what an address leaves out is absent. */
const touch = (): fc.Arbitrary<TrialTouch> =>
  fc.record(
    {
      source: fc.constantFrom('newsletter', 'partner'),
      campaign: fc.constantFrom('spring', 'autumn'),
      term: fc.constantFrom('erp', 'inventory'),
      share: fc.constant('k4'),
      embedHost: fc.constant('partner.example'),
    },
    { requiredKeys: [] },
  )

/** Whole amounts, so that sums do not depend on their order. Below 0 is a refund. */
const amount = () =>
  fc.option(
    fc.record({
      value: fc.integer({ min: -500, max: 5_000 }),
      currency: fc.constantFrom('EUR', 'USD', 'CHF'),
    }),
  )

const goalAfter = () => fc.record({ goal: fc.constantFrom(...GOALS), ms: delay(), amount: amount() })

const goalOf = (
  { goal, ms, amount: worth }: { goal: Goal; ms: number; amount: TrialGoal['amount'] },
  startedAt: Date,
): TrialGoal => ({
  goal,
  amount: worth,
  at: new Date(startedAt.getTime() + ms),
})

/** Few visitors, so that some have several trials. */
const VISITORS = Array.from({ length: 12 }, (_, index) => `0190a000-0000-7000-8000-0000000000${50 + index}`)

/** Trials as the database may contain them, with unique ids and more ties and edge cases than chance would give. */
export function arbitraryTrials(maxLength: number): fc.Arbitrary<MeasuredTrial[]> {
  return fc.uniqueArray(trialRow(), { maxLength, selector: (row) => row.id }).map(withOneAccount)
}

function trialRow(): fc.Arbitrary<MeasuredTrial> {
  return fc
    .record({
      id: fc.uuid({ version: 7 }),
      visitorId: fc.oneof(fc.constantFrom(...VISITORS), fc.uuid({ version: 7 })),
      demoSlug: fc.constantFrom('order-to-cash', 'hire-to-retire'),
      revisionNumber: fc.integer({ min: 1, max: 2 }),
      plan: fc.constantFrom('free', 'premium'),
      role: fc.constantFrom('sales', 'warehouse'),
      locale: fc.constantFrom('en' as const, 'zh' as const, 'es' as const),
      channel: fc.constantFrom('direct', 'unknown', 'email'),
      touch: touch(),
      restartedFrom: fc.option(fc.uuid({ version: 7 }), { freq: 3 }),
      entry: fc.constantFrom(...TRIAL_ENTRIES),
      device: fc.constantFrom('desktop' as const, 'phone' as const, 'tablet' as const),
      returning: fc.nat(2),
      flags: fc.subarray(['simulated', 'bot-agent', 'internal', 'headless']),
      farm: fc.option(fc.constantFrom(...FARMS)),
      account: fc.option(fc.constantFrom(...ACCOUNTS)),
      startedAt: instant(),
      idleMs: fc.oneof(fc.constantFrom(0, 30 * MINUTE_MS, 30 * MINUTE_MS + 1), fc.nat(200 * MINUTE_MS)),
      path: path(),
      gaps: gaps(),
      /** In a trial with parallel regions, or a truncated one, the last state may be missing from the path. */
      strayState: fc.option(fc.constantFrom(...STATES), { freq: 4 }),
      tasks: tasks(),
      steps: fc.nat(20),
      hints: fc.nat(2),
      detours: fc.option(fc.nat(3)),
      score: fc.option(fc.integer({ min: 0, max: 100 })),
      activeMs: duration(),
      wallMs: duration(),
      outcome: fc.constantFrom('success' as const, 'other' as const, null),
      stars: fc.option(fc.integer({ min: 1, max: 5 })),
      conversions: fc.array(goalAfter(), { maxLength: 2 }),
      asks: fc.array(goalAfter(), { maxLength: 1 }),
    })
    .map(({ idleMs, conversions, asks, strayState, gaps, touch, ...row }) => ({
      ...row,
      // A detour is a step.
      detours: row.detours === null ? null : Math.min(row.detours, row.steps),
      touch: row.channel === 'email' ? touch : null,
      pathAt: gaps ? entryTimes(row.path, gaps) : [],
      lastState: strayState ?? row.path.at(-1) ?? 'orders',
      lastEventAt: new Date(TEST_NOW.getTime() - idleMs),
      conversions: conversions.map((one) => goalOf(one, row.startedAt)),
      asks: asks.map((one) => goalOf(one, row.startedAt)),
    }))
}

/** A visitor belongs to at most one account in all trials. */
function withOneAccount(rows: MeasuredTrial[]): MeasuredTrial[] {
  const accounts = new Map<string, string | null>()
  for (const { visitorId, account } of rows) if (!accounts.has(visitorId)) accounts.set(visitorId, account)
  return rows.map((row) => ({ ...row, account: accounts.get(row.visitorId) ?? null }))
}
