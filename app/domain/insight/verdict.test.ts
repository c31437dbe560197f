import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countEstimate, medianEstimate, rateEstimate } from './estimate'
import { compareEstimates } from './verdict'

const RATE = { kind: 'rate', better: 'higher' } as const

test('a clear difference is better or worse, by which way is good', () => {
  const [more, less] = [rateEstimate(60, 100), rateEstimate(30, 100)]
  expect(compareEstimates(more, less, RATE).verdict).toBe('better')
  expect(compareEstimates(less, more, RATE).verdict).toBe('worse')
  expect(compareEstimates(less, more, { kind: 'rate', better: 'lower' }).verdict).toBe('better')
})

test('fewer than thirty on a side tell nothing, however large the difference', () => {
  expect(compareEstimates(rateEstimate(29, 29), rateEstimate(0, 500), RATE)).toMatchObject({
    ...{ verdict: 'cannot-tell', why: 'too-few', more: { now: 1, before: 0 } },
  })
  expect(compareEstimates(rateEstimate(30, 30), rateEstimate(0, 500), RATE).verdict).toBe('better')
})

test('a difference that may be chance says how many more trials it would take', () => {
  expect(compareEstimates(rateEstimate(15, 100), rateEstimate(20, 200), RATE)).toMatchObject({
    ...{ verdict: 'cannot-tell', why: 'no-clear-difference' },
    more: { now: 686 - 100, before: 686 - 200 },
  })
})

test('no difference is told by no number of trials', () => {
  expect(compareEstimates(rateEstimate(15, 100), rateEstimate(15, 100), RATE)).toMatchObject({
    ...{ verdict: 'cannot-tell', more: null },
  })
  expect(compareEstimates(rateEstimate(0, 0), rateEstimate(15, 100), RATE)).toMatchObject({
    ...{ verdict: 'cannot-tell', why: 'too-few', more: null },
  })
})

test('a median is compared likewise', () => {
  const minutes = (from: number) => medianEstimate(Array.from({ length: 40 }, (_, index) => from + index))
  const terms = { kind: 'other', better: 'lower' } as const
  expect(compareEstimates(minutes(10), minutes(40), terms).verdict).toBe('better')
  expect(compareEstimates(minutes(10), minutes(12), terms)).toMatchObject({
    ...{ verdict: 'cannot-tell', why: 'no-clear-difference', more: { now: expect.any(Number) } },
  })
})

const rate = fc.integer({ min: 0, max: 400 }).chain((n) => fc.nat(n).map((k) => rateEstimate(k, n)))

test('swapping the sides turns better into worse, and the trials that are missing with them', () => {
  fc.assert(
    fc.property(rate, rate, (a, b) => {
      const [one, other] = [compareEstimates(a, b, RATE), compareEstimates(b, a, RATE)]
      const turned = { better: 'worse', worse: 'better', 'cannot-tell': 'cannot-tell' }
      expect(other.verdict).toBe(turned[one.verdict])
      if (one.verdict !== 'cannot-tell' || other.verdict !== 'cannot-tell') return
      expect(other.more).toEqual(one.more && { now: one.more.before, before: one.more.now })
    }),
  )
})

test('with all the trials that were missing and the same shares, the verdict is clear', () => {
  fc.assert(
    fc.property(rate, rate, (a, b) => {
      const found = compareEstimates(a, b, RATE)
      if (found.verdict !== 'cannot-tell' || !found.more) return
      const { now, before } = found.more
      const grown = (of: typeof a, more: number) =>
        rateEstimate((of.value ?? 0) * (of.count + more), of.count + more)
      expect(compareEstimates(grown(a, now), grown(b, before), RATE).verdict).not.toBe('cannot-tell')
    }),
  )
})

test('counts of events can be compared too', () => {
  const terms = { kind: 'other', better: 'higher' } as const
  expect(compareEstimates(countEstimate(400), countEstimate(300), terms).verdict).toBe('better')
  expect(compareEstimates(countEstimate(310), countEstimate(300), terms).verdict).toBe('cannot-tell')
})
