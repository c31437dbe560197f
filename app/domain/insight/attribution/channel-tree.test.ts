import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { measureClock } from '../measured-trial'
import { attribute } from './attribute'
import { NO_COUNTS, countChannels } from './channel-counts'
import { orderChannels, type ChannelColumn } from './channel-order'
import { formatPath, levelsOf, parsePath, type ChannelPath } from './channel-place'
import { channelTree, type ChannelNode } from './channel-tree'
import { NO_CREDIT, sumCredits } from './credit-sums'
import { LOOK_BACK_MS } from './credits'
import { ATTRIBUTION_MODELS } from './models'

const EUROS = { headline: 'EUR', rates: {} }
const place = (channel: string, source: string | null = null, campaign: string | null = null) => ({
  ...{ channel, source, campaign },
})
const names = (nodes: readonly ChannelNode[]) => nodes.map(({ path }) => formatPath(path))

test('quality leads, not volume and not luck, on every level', () => {
  const counted = (channel: string, source: string, trials: number, finished: number) => ({
    ...{ place: place(channel, source), ...NO_COUNTS, trials, finished },
  })
  const { nodes } = channelTree({
    counts: [
      counted('large', 'a', 4000, 600),
      counted('large', 'b', 1000, 400),
      counted('lucky', 'c', 2, 2),
      counted('good', 'd', 100, 70),
    ],
    credits: [{ place: place('credited'), ...NO_CREDIT, conversions: 3 }],
    paid: [{ path: ['costly'], value: 9, currency: 'EUR' }],
    rates: EUROS,
  })
  const sorted = orderChannels(nodes, { column: 'completion', descending: true })
  expect(names(sorted)).toEqual(['good', 'lucky', 'large', 'costly', 'credited'])
  expect(names(sorted[2]?.nodes ?? [])).toEqual(['large/b', 'large/a'])
})

test.each([
  ['cost', true, ['b', 'a', 'c', 'd']],
  ['cost', false, ['a', 'b', 'c', 'd']],
  ['costPerTrial', true, ['a', 'b', 'c', 'd']],
  ['trials', false, ['c', 'd', 'a', 'b']],
  ['name', true, ['d', 'c', 'b', 'a']],
] as const)(
  'rows are sorted by %s, and those without it come last',
  (column: ChannelColumn, descending, sorted) => {
    const counted = (channel: string, trials: number) => ({ place: place(channel), ...NO_COUNTS, trials })
    const { nodes } = channelTree({
      counts: [counted('d', 0), counted('c', 0), counted('b', 50), counted('a', 2)],
      credits: [],
      paid: [
        { path: ['a'], value: 10, currency: 'EUR' },
        { path: ['b'], value: 20, currency: 'EUR' },
      ],
      rates: EUROS,
    })
    expect(names(orderChannels(nodes, { column, descending }))).toEqual(sorted)
  },
)

test('a source that calls itself unknown stays apart from those that name none', () => {
  const counts = [place('paid', 'unknown'), place('paid'), place('unknown')].map((one) => ({
    ...{ place: one, ...NO_COUNTS, trials: 1 },
  }))
  const { nodes } = channelTree({ counts, credits: [], paid: [], rates: EUROS })
  expect(names(nodes)).toEqual(['paid', 'unknown'])
  expect(nodes[0]?.nodes.map(({ path }) => path)).toEqual([
    ['paid', 'unknown'],
    ['paid', null],
  ])
})

test('what was paid for a channel as a whole is in its row and in no row below', () => {
  const { whole, nodes } = channelTree({
    counts: [],
    credits: [],
    paid: [
      { path: ['paid'], value: 100, currency: 'EUR' },
      { path: ['paid', 'fair'], value: 20, currency: 'EUR' },
      { path: ['paid', 'fair', 'autumn'], value: 3, currency: 'EUR' },
    ],
    rates: EUROS,
  })
  const [paid] = nodes
  expect(whole.cost?.value).toBe(123)
  expect(paid?.figures.cost?.value).toBe(123)
  expect(paid?.nodes[0]?.figures.cost?.value).toBe(23)
  expect(paid?.nodes[0]?.nodes[0]?.figures.cost?.value).toBe(3)
})

const path = fc
  .tuple(
    fc.string({ minLength: 1, unit: 'grapheme' }),
    fc.array(fc.option(fc.string({ minLength: 1, unit: 'grapheme' })), { maxLength: 2 }),
  )
  .map(([channel, others]): ChannelPath => [channel, ...others])

test('a path is read back as it was written', () => {
  fc.assert(
    fc.property(path, (given) => {
      expect(parsePath(formatPath(given))).toEqual(given)
    }),
  )
  expect(['', '/a', 'a/b/c/d', '%E0%A4%A'].map(parsePath)).toEqual([null, null, null, null])
  expect(levelsOf(['paid', null])).toEqual({ channel: 'paid', source: null })
})

test('rows divide trials, touches and credits without loss on every level, by every model', () => {
  fc.assert(
    fc.property(arbitraryTrials(25), fc.constantFrom(...ATTRIBUTION_MODELS), (trials, model) => {
      const touches = trials.flatMap(({ id, visitorId, channel, touch, startedAt }) =>
        channel === 'unknown'
          ? []
          : [{ id, visitorId, ...place(channel, touch?.source, touch?.campaign), at: startedAt }],
      )
      const conversions = trials.flatMap(({ visitorId, conversions: own }) =>
        own.map((one, index) => ({ ...one, visitorId, ...(index % 2 ? NO_VALUE : TEN_EUROS) })),
      )
      const { whole, nodes } = channelTree({
        counts: countChannels(trials, touches, measureClock(TEST_NOW, 30)),
        credits: sumCredits(attribute(conversions, touches, { model, lookBackMs: LOOK_BACK_MS })),
        paid: [],
        rates: EUROS,
      })
      const levels = [nodes, nodes.flatMap((node) => node.nodes)]
      for (const level of [...levels, levels[1]?.flatMap((node) => node.nodes) ?? []]) {
        const sum = (figure: (row: ChannelNode['figures']) => number) =>
          level.reduce((total, { figures }) => total + figure(figures), 0)
        expect(sum((row) => row.trials)).toBe(trials.length)
        expect(sum((row) => row.touches)).toBe(touches.length)
        expect(sum((row) => row.converted)).toBe(conversions.length)
        expect(sum((row) => row.withoutValue)).toBe(whole.withoutValue)
        expect(sum((row) => row.value.value)).toBeCloseTo(whole.value.value, 6)
      }
      const valued = conversions.filter(({ value }) => value !== null).length
      expect([whole.value.value, whole.withoutValue]).toEqual([
        expect.closeTo(10 * valued, 6),
        conversions.length - valued,
      ])
    }),
  )
})

const TEN_EUROS = { value: 10, currency: 'EUR' }
const NO_VALUE = { value: null, currency: null }
