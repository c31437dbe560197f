import { expect, test } from 'vitest'
import { edgeShares, topPaths } from './path-shares'

test('of those who entered a state, so many went on to the next', () => {
  const edges = new Map([
    ['orders>pick', 30],
    ['pick>paid', 6],
  ])
  const entered = new Map([
    ['orders', 40],
    ['pick', 30],
    ['paid', 6],
  ])
  expect(edgeShares(edges, entered)).toMatchObject([
    { key: 'orders>pick', from: 'orders', to: 'pick', numerator: 30, denominator: 40, share: 0.75 },
    { key: 'pick>paid', from: 'pick', to: 'paid', numerator: 6, denominator: 30, share: 0.2 },
  ])
})

test('a step from a state that nobody is counted in has no share', () => {
  expect(edgeShares(new Map([['orders>pick', 0]]), new Map())).toMatchObject([
    { numerator: 0, denominator: 0, share: null },
  ])
})

test('a whole path is a share of all trials that began', () => {
  expect(topPaths(new Map([['orders>pick>paid', 12]]), 48, 10)).toMatchObject([
    {
      key: 'orders>pick>paid',
      states: ['orders', 'pick', 'paid'],
      numerator: 12,
      denominator: 48,
      share: 0.25,
    },
  ])
})

test('only the most taken paths are kept, and of equals the first by their key', () => {
  const paths = new Map([
    ['orders', 1],
    ['orders>pick', 5],
    ['orders>bill', 5],
    ['orders>pick>paid', 9],
    ['orders>approve', 5],
  ])
  expect(topPaths(paths, 25, 3).map(({ key }) => key)).toEqual([
    'orders>pick>paid',
    'orders>approve',
    'orders>bill',
  ])
})

test('steps are in order of the trials that took them, however few entered their states', () => {
  const edges = new Map([
    ['b>c', 2],
    ['a>b', 2],
    ['c>d', 3],
  ])
  expect(edgeShares(edges, new Map([['b', 2]])).map(({ key }) => key)).toEqual(['c>d', 'a>b', 'b>c'])
})
