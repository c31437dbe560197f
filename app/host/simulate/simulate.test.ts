import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { compileDemo } from '~/domain/demo/engine/compile'
import { prove } from '~/domain/demo/proof/prove'
import { replay } from '~/domain/demo/engine/replay'
import type { Run } from '~/domain/demo/engine/run'
import { demoSchema } from '~/domain/demo/format/schema'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import type { SimulatedVisitor, SimulationDriver, TrialWish } from './driver'
import type { Tally } from './journey'
import { createRandom } from './random'
import { simulate } from './simulate'
import { opinionOf } from './opinion'
import { startTime, whenAwake } from './start-times'

const DAY_MS = 24 * 60 * 60 * 1000
const NOW = Date.UTC(2026, 2, 2, 9)
const source = readFileSync('content/demos/order-to-cash/demo.yaml', 'utf8')
const compiled = compileDemo(demoSchema.parse(parse(source)))
const proof = prove(compiled)

interface Kept {
  visitor: SimulatedVisitor
  wish: TrialWish
  at: number
  events: TraceEvent[]
}

/** A driver that records every call and accepts everything. */
class Notebook implements SimulationDriver {
  readonly trials = new Map<string, Kept>()
  readonly moments: number[] = []
  readonly asks: { key: string; at: number }[] = []
  readonly conversions: { trial: string; goal: string; at: number }[] = []

  demos: SimulationDriver['demos'] = async () => [
    {
      slug: 'order-to-cash',
      compiled,
      ideal: async (plan, role) =>
        proof.runs.find((one) => one.plan === plan && one.role === role)?.ideal ?? null,
    },
  ]

  begin: SimulationDriver['begin'] = async (visitor, wish, at) => {
    const id = String(this.trials.size)
    this.trials.set(id, { visitor, wish, at, events: [] })
    this.moments.push(at)
    return { id, seed: id, startedAt: at }
  }

  send: SimulationDriver['send'] = async (_visitor, id, events, at) => {
    this.trials.get(id)?.events.push(...events)
    this.moments.push(at)
  }

  rate: SimulationDriver['rate'] = async (_visitor, _id, _said, at) => void this.moments.push(at)

  remark: SimulationDriver['remark'] = async (_visitor, _id, _said, at) => void this.moments.push(at)
  look: SimulationDriver['look'] = async (_visitor, _path, at) => void this.moments.push(at)
  meet: SimulationDriver['meet'] = async (_visitor, _met, at) => void this.moments.push(at)
  search: SimulationDriver['search'] = async (_visitor, _typed, at) => void this.moments.push(at)

  ask: SimulationDriver['ask'] = async ({ key }, _ask, at) => {
    this.moments.push(at)
    this.asks.push({ key, at })
  }

  convert: SimulationDriver['convert'] = async ({ trial, goal }, at) => {
    this.moments.push(at)
    this.conversions.push({ trial, goal, at })
    return true
  }

  runs(): Run[] {
    return [...this.trials].map(([seed, { wish, at, events }]) => {
      const { plan, role } = wish
      const { run, refused } = replay(compiled, { plan, role, seed, startedAt: at }, events)
      expect(refused).toBeUndefined()
      return run
    })
  }
}

async function simulated(trials: number, seed = 1): Promise<{ book: Notebook; tally: Tally }> {
  const book = new Notebook()
  const tally = await simulate({ driver: book, trials, seed, now: NOW, days: 45 })
  return { book, tally }
}

const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number =>
  items.filter(holds).length / items.length

test('a few hundred trials give boards something true to show', async () => {
  const { book, tally } = await simulated(300)
  const runs = book.runs()
  expect(tally).toMatchObject({ trials: 300 })
  expect(runs).toHaveLength(300)
  expect(share(runs, (run) => run.outcome === 'success')).toBeGreaterThan(0.4)
  expect(share(runs, (run) => run.status === 'active')).toBeGreaterThan(0.2)
  expect(share(runs, (run) => run.hints > 0)).toBeGreaterThan(0.1)
  expect(new Set(runs.map((run) => run.plan))).toEqual(new Set(['free', 'premium']))
  const entered = new Set(runs.flatMap((run) => run.path))
  for (const state of ['credit-hold', 'short', 'wrong-delivery', 'wrong-match'])
    expect(entered).toContain(state)
  const abandoned = runs.filter((run) => run.status === 'active').map((run) => run.path.at(-1))
  const counts = [...new Set(abandoned)].map((state) => abandoned.filter((one) => one === state).length)
  expect(Math.max(...counts)).toBeGreaterThan(3 * Math.min(...counts))
  const visitors = [...book.trials.values()].map(({ visitor }) => visitor)
  expect(new Set(visitors.map(({ locale }) => locale)).size).toBe(3)
  expect(new Set(visitors.map(({ device }) => device)).size).toBe(3)
  expect(share(visitors, ({ consents }) => !consents)).toBeGreaterThan(0.1)
  expect(tally.visitors).toBeLessThan(300)
}, 30_000)

test('nothing happens before the weeks asked for, or after now', async () => {
  const { book } = await simulated(150, 2)
  expect(Math.max(...book.moments)).toBeLessThanOrEqual(NOW)
  expect(Math.min(...book.moments)).toBeGreaterThan(NOW - 47 * DAY_MS)
}, 30_000)

test('what was tried to the end is bought, mostly, days or weeks later', async () => {
  const { book } = await simulated(700, 3)
  const purchases = book.conversions.filter(({ goal }) => goal === 'purchase')
  const runs = book.runs()
  expect(purchases.length).toBeGreaterThan(10)
  const ids = [...book.trials.keys()]
  const finished = purchases.filter(({ trial }) => runs[ids.indexOf(trial)]?.outcome === 'success')
  expect(finished.length / purchases.length).toBeGreaterThan(0.85)
  const delays = purchases.map(({ trial, at }) => at - (book.trials.get(trial)?.at ?? 0))
  expect(share(delays, (delay) => delay > DAY_MS)).toBeGreaterThan(0.8)
  expect(share(delays, (delay) => delay > 30 * DAY_MS)).toBeLessThan(0.4)
  expect(book.asks.length).toBeGreaterThan(purchases.length)
}, 60_000)

test('ratings follow what happened', () => {
  const random = createRandom('opinions')
  const mean = (outcome: 'success' | null, plan: string, hints: number) => {
    const end = { outcome, plan, hints } as Run
    const said = Array.from({ length: 2_000 }, () => opinionOf(end, 'en', random)?.stars ?? []).flat()
    return said.reduce((sum, stars) => sum + stars, 0) / said.length
  }
  expect(mean('success', 'premium', 0)).toBeGreaterThan(mean('success', 'free', 0))
  expect(mean('success', 'free', 0)).toBeGreaterThan(mean('success', 'free', 3))
  expect(mean('success', 'free', 3)).toBeGreaterThan(mean(null, 'premium', 0) + 0.5)
})

test('the same seed gives the same trials, another seed others', async () => {
  const pathsOf = async (seed: number) => {
    const { book } = await simulated(20, seed)
    const trials = [...book.trials.values()]
    return trials
      .map(({ visitor, at, wish, events }) => JSON.stringify([visitor.key, at, wish.plan, events]))
      .sort()
  }
  const [first, second, other] = [await pathsOf(5), await pathsOf(5), await pathsOf(6)]
  expect(second).toEqual(first)
  expect(other).not.toEqual(first)
})

test('chance is even and repeats itself', () => {
  const random = createRandom('a')
  const values = Array.from({ length: 4_000 }, () => random.next())
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...values)).toBeLessThan(1)
  expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0.5, 1)
  expect(createRandom('a').next()).toBe(values[0])
  expect(createRandom('b').next()).not.toBe(values[0])
  const picks = Array.from({ length: 1_000 }, () =>
    random.pick([
      ['x', 3],
      ['y', 1],
    ] as const),
  )
  expect(share(picks, (pick) => pick === 'x')).toBeCloseTo(0.75, 1)
})

test.each(['America/Mexico_City', 'Asia/Shanghai', 'Europe/Madrid'])(
  'people look at business software on working days, in the daytime of %s',
  (timeZone) => {
    const random = createRandom('times')
    const clock = new Intl.DateTimeFormat('en', {
      timeZone,
      weekday: 'short',
      hour: 'numeric',
      hourCycle: 'h23',
    })
    const times = Array.from({ length: 2_000 }, () => startTime({ now: NOW, days: 90, timeZone }, random))
    const there = times.map((at) => {
      const parts = clock.formatToParts(at)
      const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
      return { weekday: part('weekday'), hour: Number(part('hour')) }
    })
    expect(share(there, ({ weekday }) => ['Sat', 'Sun'].includes(weekday))).toBeLessThan(0.1)
    expect(share(there, ({ hour }) => hour >= 8 && hour < 19)).toBeGreaterThan(0.75)
    expect(share(there, ({ hour }) => hour < 6)).toBeLessThan(0.03)
    expect(Math.max(...times)).toBeLessThan(NOW)
    const late = Array.from({ length: 500 }, () => whenAwake(times[0] ?? NOW, timeZone, random))
    expect(late.every((at) => at >= (times[0] ?? NOW))).toBe(true)
  },
)
