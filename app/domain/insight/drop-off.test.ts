import { expect, test } from 'vitest'
import { dropOffByState } from './drop-off'

const summary = (entered: [string, number][], dropped: [string, number][]) =>
  dropOffByState(new Map(entered), new Map(dropped)).map(({ state, numerator, denominator, share }) => [
    state,
    `${numerator} of ${denominator}`,
    share,
  ])

test('of those who entered a state, as many dropped off there as ended in it', () => {
  expect(
    summary(
      [
        ['orders', 40],
        ['pick', 10],
      ],
      [
        ['pick', 5],
        ['orders', 4],
      ],
    ),
  ).toEqual([
    ['orders', '4 of 40', 0.1],
    ['pick', '5 of 10', 0.5],
  ])
})

test('a state at which nobody dropped off is listed with none', () => {
  expect(summary([['paid', 8]], [])).toEqual([['paid', '0 of 8', 0]])
})

test('the most entered state comes first, whoever dropped off there, and equals go by their id', () => {
  const entered: [string, number][] = [
    ['pick', 7],
    ['approve', 7],
    ['orders', 30],
    ['zebra', 9],
    ['bill', 7],
  ]
  expect(summary(entered, [['bill', 7]]).map(([state]) => state)).toEqual([
    'orders',
    'zebra',
    'approve',
    'bill',
    'pick',
  ])
})

test('a rate of fewer than thirty trials is marked as too few to tell', () => {
  const [many, few] = dropOffByState(
    new Map([
      ['orders', 30],
      ['pick', 29],
    ]),
    new Map(),
  )
  expect([many?.enough, few?.enough]).toEqual([true, false])
})
