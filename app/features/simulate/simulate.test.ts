import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { compileDemo } from '~/domain/demo/compile'
import { prove } from '~/domain/demo/prove'
import { replay } from '~/domain/demo/replay'
import type { Run } from '~/domain/demo/run'
import { demoSchema } from '~/domain/demo/schema'
import type { TraceEvent } from '~/domain/trial/trace'
import type { SimulatedVisitor, SimulationDriver, TrialWish } from './driver'
import type { Tally } from './journey'
import { createRandom } from './random'
import { simulate } from './simulate'
import { startTime } from './start-times'

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

/** Remembers everything, and judges nothing. */
class Notebook implements SimulationDriver {
  readonly trials = new Map<string, Kept>()
  readonly moments: number[] = []
  readonly conversions: { key: string; at: number }[] = []

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

  convert: SimulationDriver['convert'] = async ({ key }, _conversion, at) => {
    this.moments.push(at)
    this.conversions.push({ key, at })
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

test('some convert at once and some days later', async () => {
  const { book } = await simulated(400, 3)
  const delays = book.conversions.map(({ key, at }) => {
    const last = Math.max(
      ...[...book.trials.values()].filter((one) => one.visitor.key === key).map((one) => one.at),
    )
    return at - last
  })
  expect(delays.length).toBeGreaterThan(8)
  expect(delays.some((delay) => delay < DAY_MS)).toBe(true)
  expect(delays.some((delay) => delay > 3 * DAY_MS)).toBe(true)
}, 60_000)

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

test('people look at business software on working days, in the daytime', () => {
  const random = createRandom('times')
  const times = Array.from({ length: 2_000 }, () => new Date(startTime(NOW, 45, random)))
  expect(share(times, (at) => [0, 6].includes(at.getUTCDay()))).toBeLessThan(0.2)
  expect(share(times, (at) => at.getUTCHours() >= 7 && at.getUTCHours() < 18)).toBeGreaterThan(0.6)
  expect(Math.max(...times.map((at) => at.getTime()))).toBeLessThan(NOW)
})
