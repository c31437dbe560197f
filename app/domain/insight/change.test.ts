import { expect, test } from 'vitest'
import { changeOf } from './change'
import { countEstimate, rateEstimate } from './estimate'

test('a figure shows how much it changed, with what chance allows', () => {
  const { difference, relative } = changeOf(countEstimate(130), countEstimate(100))
  expect(relative).toBeCloseTo(0.3, 12)
  expect(difference.value).toBe(30)
  expect(difference.low).toBeLessThan(30)
  expect(difference.low).toBeGreaterThan(-5)
})

test('from nothing there is no relative change', () => {
  expect(changeOf(countEstimate(5), countEstimate(0)).relative).toBeNull()
  expect(changeOf(rateEstimate(1, 2), rateEstimate(0, 0))).toMatchObject({
    ...{ relative: null, difference: { value: null } },
  })
})

test('to nothing it is minus one', () => {
  expect(changeOf(countEstimate(0), countEstimate(4)).relative).toBe(-1)
})
