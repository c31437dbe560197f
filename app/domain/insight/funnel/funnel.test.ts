import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { bruteForce } from './brute-force.testing'
import { funnel } from './funnel'
import { funnelHistorySchema } from './funnel-history'
import { funnelQuerySchema } from './funnel-query'
import { stepsOf } from './funnel-result'
import { anyHistory, anyQuery } from './histories.testing'

const query = (steps: string, rest: Record<string, unknown> = {}) =>
  funnelQuerySchema.parse({
    steps: steps.split(' ').map((event) => ({ event })),
    ...{ order: 'ordered', windowSeconds: 60, ...rest },
  })

/** Events of one visitor as `name@second`. */
const history = (events: string, props: Record<string, Record<string, unknown>> = {}) =>
  funnelHistorySchema.parse(
    events.split(' ').map((text) => {
      const [event, second] = text.split('@')
      const at = new Date(Date.UTC(2026, 2, 29) + Number(second) * 1_000).toISOString()
      return { visitor: 'ann', at, event, props: props[text] ?? {} }
    }),
  )

const counts = (...given: Parameters<typeof funnel>) => funnel(...given).steps.map(({ count }) => count)

test('each step takes the earliest fitting event, and the furthest attempt wins over an earlier one', () => {
  const { steps } = funnel(history('a@0 a@100 b@110 b@120 c@130'), query('a b c'))

  expect(steps).toEqual([
    { count: 1, medianSeconds: null, meanSeconds: null },
    { count: 1, medianSeconds: 10, meanSeconds: 10 },
    { count: 1, medianSeconds: 20, meanSeconds: 20 },
  ])
})

test('the window counts from step 1 and includes its end', () => {
  expect(counts(history('a@0 b@60'), query('a b'))).toEqual([1, 1])
  expect(counts(history('a@0 b@60.001'), query('a b'))).toEqual([1, 0])
  expect(counts(history('a@0 b@50 c@70'), query('a b c'))).toEqual([1, 1, 0])
})

test('events of one instant count as in order, and one event fills one step', () => {
  expect(counts(history('c@5 b@5 a@5'), query('a b c'))).toEqual([1, 1, 1])
  expect(counts(history('a@5'), query('a a'))).toEqual([1, 0])
  expect(counts(history('a@5 b@5 a@5'), query('a b a'))).toEqual([1, 1, 1])
})

test('strict: another event ends the attempt, a repeated step 1 does not', () => {
  const strict = (events: string, steps: string) => counts(history(events), query(steps, { order: 'strict' }))

  expect(strict('a@0 x@1 b@2', 'a b')).toEqual([1, 0])
  expect(strict('a@0 a@1 b@2', 'a b')).toEqual([1, 1])
  expect(strict('a@0 b@1 a@2 c@3', 'a b c')).toEqual([1, 1, 1])
  expect(strict('a@0 b@1 b@2 c@3', 'a b c')).toEqual([1, 1, 0])
  expect(strict('a@0 x@0 b@1 x@1', 'a b')).toEqual([1, 1])
  expect(strict('a@0 x@1 b@1 c@2', 'a b c')).toEqual([1, 1, 0])
})

test('strict: an event that can fill the next step does so before it opens an attempt of its own', () => {
  const { steps } = funnel(history('a@0 a@10 a@30'), query('a a', { order: 'strict' }))

  expect(steps[1]).toEqual({ count: 1, medianSeconds: 10, meanSeconds: 10 })
})

test('unordered: any event of a step opens, and the others follow in any order', () => {
  expect(counts(history('c@0 a@1 b@2'), query('a b c', { order: 'unordered' }))).toEqual([1, 1, 1])
  expect(counts(history('c@0 c@1 b@59 a@61'), query('a b c', { order: 'unordered' }))).toEqual([1, 1, 1])
  expect(counts(history('c@0'), query('a b c', { order: 'unordered' }))).toEqual([1, 0, 0])
})

test('an exclusion strictly between counted steps removes the attempt', () => {
  const without = (events: string, order = 'ordered') =>
    counts(history(events), query('a b', { order, exclusions: [{ event: 'x' }] }))

  expect(without('a@0 x@1 b@2')).toEqual([0, 0])
  expect(without('a@0 x@0 b@2 x@2')).toEqual([1, 1])
  expect(without('a@0 x@1 a@2 b@3')).toEqual([1, 1])
  expect(without('a@0 x@1 b@90')).toEqual([1, 0])
  expect(without('a@0 x@1 b@2', 'unordered')).toEqual([1, 0])
})

test('unordered, when every attempt is removed the unit stays at step 1', () => {
  const bounded = query('a b', {
    ...{ order: 'unordered', exclusions: [{ event: 'x' }] },
    ...{ from: '2026-03-29T00:00:00Z', to: '2026-03-29T00:00:01Z' },
  })

  expect(counts(history('a@0 x@2 b@3'), bounded)).toEqual([1, 0])
})

test('the range bounds step 1 alone, by days of the time zone', () => {
  const madrid = { timeZone: 'Europe/Madrid', from: '2026-03-29', to: '2026-03-29', windowSeconds: 7200 }
  const lastSecond = 22 * 3600 - 1

  expect(counts(history('a@-3600 b@10'), query('a b', madrid))).toEqual([1, 1])
  expect(counts(history('a@-3601 b@10'), query('a b', madrid))).toEqual([0, 0])
  expect(counts(history(`a@${lastSecond} b@${lastSecond + 7200}`), query('a b', madrid))).toEqual([1, 1])
  expect(counts(history(`a@${lastSecond + 1} b@${lastSecond + 2}`), query('a b', madrid))).toEqual([0, 0])
})

test('a breakdown by first touch takes the first value that is not empty, one by a step that of its event', () => {
  const events = history('z@0 y@1 a@2 b@3', {
    ...{ 'z@0': { source: '' }, 'y@1': { source: 'news' } },
    ...{ 'a@2': { source: 'ad', plan: 'free' }, 'b@3': { plan: 'premium' } },
  })
  const groups = (breakdown: unknown) => funnel(events, query('a b', { breakdown })).breakdown

  expect(groups({ by: 'first-touch', prop: 'source' })).toMatchObject([{ value: 'news' }])
  expect(groups({ by: 'step', step: 2, prop: 'plan' })).toMatchObject([{ value: 'premium' }])
  expect(groups({ by: 'step', step: 2, prop: 'source' })).toMatchObject([{ value: null }])
})

test('a breakdown by a step drops those who did not reach it', () => {
  const breakdown = { by: 'step', step: 2, prop: 'plan' }

  expect(funnel(history('a@0'), query('a b', { breakdown })).breakdown).toEqual([])
})

test('a funnel is what every sequence of events, tried one by one, says it is', () => {
  fc.assert(
    fc.property(anyHistory(8), anyQuery, (events, asked) => {
      const expected = stepsOf(bruteForce(events, asked), asked.steps.length)

      expect(funnel(events, asked).steps).toEqual(expected)
    }),
    { numRuns: tries(15_000) },
  )
})

test('the groups of a breakdown by first touch add up to the funnel', () => {
  fc.assert(
    fc.property(anyHistory(8), anyQuery, (events, asked) => {
      const { steps, breakdown } = funnel(events, { ...asked, breakdown: { by: 'first-touch', prop: 'k' } })

      const sums = steps.map((_, step) =>
        (breakdown ?? []).reduce((sum, group) => sum + (group.steps[step]?.count ?? 0), 0),
      )
      expect(sums).toEqual(steps.map(({ count }) => count))
    }),
  )
})

test.each([
  [{ from: '2026-03-29T01:00:00' }, 'from'],
  [{ from: '2026-03-30', to: '2026-03-29' }, 'to'],
  [{ breakdown: { by: 'step', step: 3, prop: 'k' } }, 'breakdown.step'],
  [{ timeZone: 'Europe/Nowhere' }, 'timeZone'],
  [{ windowSeconds: -1 }, 'windowSeconds'],
  [{ order: 'any' }, 'order'],
])('a bad query is refused with the place of what is wrong: %j', (wrong, place) => {
  const parsed = funnelQuerySchema.safeParse({
    steps: [{ event: 'a' }, { event: 'b' }],
    ...{ order: 'ordered', windowSeconds: 60, ...wrong },
  })

  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([place])
})
