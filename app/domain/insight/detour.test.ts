import { expect, test } from 'vitest'
import { detourShare, stepTotals } from './detour'
import type { MeasuredTrial } from './measured-trial'

const trials = (...rows: [steps: number, detours: number | null][]) =>
  rows.map(([steps, detours]) => ({ steps, detours }) as MeasuredTrial)

test('steps and detours are added up over all trials, so that a long trial weighs more', () => {
  const totals = stepTotals(trials([10, 1], [30, 9], [10, 0]))
  expect(totals).toEqual({ steps: 50, detours: 10 })
  expect(detourShare(totals)).toBe(0.2)
})

test('a trial whose way is not known counts neither by its steps nor by its detours', () => {
  expect(stepTotals(trials([8, 2], [100, null]))).toEqual({ steps: 8, detours: 2 })
})

test('without a step there is no share', () => {
  expect(stepTotals([])).toEqual({ steps: 0, detours: 0 })
  expect(detourShare(stepTotals(trials([0, 0], [12, null])))).toBeNull()
})

test('steps without a detour have a share of nothing', () => {
  expect(detourShare({ steps: 4, detours: 0 })).toBe(0)
})
