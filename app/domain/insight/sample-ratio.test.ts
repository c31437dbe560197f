import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleRatio } from './sample-ratio'

const sides = (...all: [planned: number, observed: number][]) =>
  all.map(([planned, observed], index) => ({ key: `side ${index}`, planned, observed }))

test('Mendel’s peas are as he planned', () => {
  // 315, 108, 101 and 32 of 9 : 3 : 3 : 1 (G. Mendel, 1866): chi-square 0.470 with 3 degrees of freedom, p = 0.925.
  const peas = sampleRatio(sides([9, 315], [3, 108], [3, 101], [1, 32]))
  expect(peas).toMatchObject({ degrees: 3, verdict: 'as-planned' })
  expect(peas.statistic).toBeCloseTo(0.47, 3)
  expect(peas.p).toBeCloseTo(0.925, 3)
  expect(peas.sides.map(({ expected }) => expected)).toEqual([312.75, 104.25, 104.25, 34.75])
})

test('a ratio of 0.993 is a mismatch among a million and a half', () => {
  // R. Kohavi, D. Tang, Y. Xu, Trustworthy Online Controlled Experiments, 2020: p = 1.8E-6.
  const { p, verdict } = sampleRatio(sides([50, 821_588], [50, 815_482]))
  expect(p).toBeCloseTo(1.8e-6, 6)
  expect(p).toBeLessThan(2e-6)
  expect(verdict).toBe('mismatch')
})

test('a deviation that happens once in a hundred looks is no mismatch', () => {
  const { p, verdict } = sampleRatio(sides([1, 540], [1, 460]))
  expect(p).toBeGreaterThan(0.001)
  expect(p).toBeLessThan(0.02)
  expect(verdict).toBe('as-planned')
})

test('with few on a side nothing is told', () => {
  expect(sampleRatio(sides([1, 9], [1, 0])).verdict).toBe('too-few')
  expect(sampleRatio(sides([1, 0], [1, 0]))).toMatchObject({ verdict: 'too-few', p: 1 })
  expect(sampleRatio([]).verdict).toBe('too-few')
})

test('a side that should not be shown at all is a mismatch once it is', () => {
  expect(sampleRatio(sides([1, 50], [1, 50], [0, 0]))).toMatchObject({ degrees: 1, verdict: 'as-planned' })
  expect(sampleRatio(sides([1, 50], [1, 50], [0, 1]))).toMatchObject({ p: 0, verdict: 'mismatch' })
  expect(sampleRatio(sides([0, 3]))).toMatchObject({ verdict: 'mismatch' })
})

test('exactly the plan is always as planned, in whatever unit it is written', () => {
  const plan = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(plan, fc.integer({ min: 6, max: 100 }), (shares, times) => {
      const split = sampleRatio(sides(...shares.map((share): [number, number] => [share / 7, share * times])))
      expect(split.p).toBeCloseTo(1, 6)
      expect(split.verdict).toBe('as-planned')
    }),
  )
})
