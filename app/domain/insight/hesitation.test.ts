import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryTrials } from '#tests/support/arbitrary-trials'
import { hesitationByState, hesitationsOf, type TimedPath } from './hesitation'

const trial = (wallMs: number, ...entries: [state: string, at: number][]): TimedPath => ({
  path: entries.map(([state]) => state),
  pathAt: entries.map(([, at]) => at),
  wallMs,
})

const hesitationsAt = (one: TimedPath) => Object.fromEntries(hesitationsOf(one))

test('a trial stands at a state until it enters the next, and at the last until its last event', () => {
  expect(hesitationsAt(trial(9_000, ['orders', 0], ['form', 4_000], ['paid', 5_500]))).toEqual({
    orders: 4_000,
    form: 1_500,
    paid: 3_500,
  })
})

test('a state after which nothing happened tells no time', () => {
  expect(hesitationsAt(trial(5_500, ['orders', 0], ['paid', 5_500]))).toEqual({ orders: 5_500 })
  expect(hesitationsAt(trial(0, ['orders', 0]))).toEqual({})
})

test('states that are entered together last until the same later moment', () => {
  expect(
    hesitationsAt(trial(8_000, ['begin', 0], ['to-pack', 1_000], ['to-bill', 1_000], ['billed', 7_000])),
  ).toEqual({ begin: 1_000, 'to-pack': 6_000, 'to-bill': 6_000, billed: 1_000 })
})

test('a state that was visited again counts once, with the mean of the visits', () => {
  expect(
    hesitationsAt(trial(9_000, ['orders', 0], ['form', 4_000], ['orders', 5_000], ['paid', 7_000])),
  ).toMatchObject({ orders: 3_000 })
})

test('a trial whose times are unknown tells nothing', () => {
  expect(hesitationsAt({ path: ['orders', 'paid'], pathAt: [], wallMs: 9_000 })).toEqual({})
})

test('over trials: the median, its interval, and whether there are enough', () => {
  const trials = Array.from({ length: 30 }, (_, index) =>
    trial(90_000, ['orders', 0], [index < 29 ? 'form' : 'other', (index + 1) * 1_000]),
  )
  expect(hesitationByState(trials)).toEqual([
    {
      ...{ state: 'orders', trials: 30, median: 15_500 },
      ...{ interval: { low: 10_000, high: 21_000 }, enough: true },
    },
    {
      ...{ state: 'form', trials: 29, median: 75_000 },
      ...{ interval: { low: 69_000, high: 81_000 }, enough: false },
    },
    { state: 'other', trials: 1, median: 60_000, interval: null, enough: false },
  ])
})

test('without trials there is nothing to tell', () => {
  expect(hesitationByState([])).toEqual([])
})

test('of any trials: each state counts the trials that tell of it, and the interval holds the median', () => {
  fc.assert(
    fc.property(arbitraryTrials(60), (trials) => {
      const states = hesitationByState(trials)
      const visited = trials.flatMap((one) => [...hesitationsOf(one).keys()])
      expect(states.reduce((sum, one) => sum + one.trials, 0)).toBe(visited.length)
      for (const { state, trials: count, median, interval } of states) {
        expect(visited.filter((one) => one === state)).toHaveLength(count)
        expect(median).toBeGreaterThan(0)
        if (interval) expect([interval.low <= median, median <= interval.high]).toEqual([true, true])
      }
    }),
  )
})

test('of any trial: the visits of a plain path fill the time to its last event', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 900_000 }), { minLength: 1, maxLength: 9 }), (spans) => {
      const at = spans.map((_, index) => spans.slice(0, index).reduce((sum, span) => sum + span, 0))
      const wallMs = spans.reduce((sum, span) => sum + span, 0)
      const path = spans.map((_, index) => `state-${index}`)
      expect([...hesitationsOf({ path, pathAt: at, wallMs }).values()]).toEqual(spans)
    }),
  )
})
