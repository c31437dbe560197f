import { expect, test } from 'vitest'
import { rateEstimate } from './estimate'
import { trialsToTellEstimates, trialsToTellRates } from './sample-size'

test.each([
  // As R’s power.prop.test(p1, p2, power = 0.8) and the tables of J. L. Fleiss without correction give it.
  [0.1, 0.15, 686],
  [0.2, 0.3, 294],
  [0.5, 0.6, 388],
  [0.5, 0.75, 58],
])('to tell %d from %d, each side needs %d trials', (p1, p2, trials) => {
  expect(trialsToTellRates(p1, p2)).toBe(trials)
  expect(trialsToTellRates(p2, p1)).toBe(trials)
  expect(trialsToTellRates(1 - p1, 1 - p2)).toBe(trials)
})

test('equal figures are told apart by no number of trials', () => {
  expect(trialsToTellRates(0.4, 0.4)).toBeNull()
  expect(trialsToTellEstimates(rateEstimate(4, 10), rateEstimate(4, 10))).toBeNull()
})

test('by their intervals, rates need about as many as by their formula', () => {
  const found = trialsToTellEstimates(rateEstimate(100, 1000), rateEstimate(150, 1000)) ?? 0
  expect(found / 686).toBeGreaterThan(0.97)
  expect(found / 686).toBeLessThan(1.03)
})

test('means of values that vary by 10 need 63 a side to show a difference of 5', () => {
  // The textbook rule n = 2(z + z′)²σ²/δ² with σ = 10 and δ = 5: 62.8.
  const of = (value: number) => ({ value, low: value - 1.96, high: value + 1.96, count: 100 })
  expect(trialsToTellEstimates(of(10), of(15))).toBe(63)
})
