import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyPaths } from './paths.testing'
import { pathFlow } from './path-flow'

test('entries, exits and edges of a few paths, the most taken first', () => {
  const flow = pathFlow([
    { states: ['orders', 'pick', 'paid'], count: 6 },
    { states: ['orders', 'pick', 'orders'], count: 3 },
    { states: ['pick'], count: 1 },
    { states: [], count: 5 },
  ])
  expect(flow.paths).toBe(10)
  expect(flow.states).toEqual([
    { state: 'orders', visits: 12, entries: 9, exits: 3 },
    { state: 'pick', visits: 10, entries: 1, exits: 1 },
    { state: 'paid', visits: 6, entries: 0, exits: 6 },
  ])
  expect(flow.edges).toMatchObject([
    { from: 'orders', to: 'pick', numerator: 9, denominator: 12, share: 0.75 },
    { from: 'pick', to: 'paid', numerator: 6, denominator: 10, share: 0.6 },
    { from: 'pick', to: 'orders', numerator: 3, denominator: 10, share: 0.3 },
  ])
})

test('what comes into a state goes out of it, and every path begins once and ends once', () => {
  fc.assert(
    fc.property(anyPaths, (paths) => {
      const { states, edges, paths: count } = pathFlow(paths)
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
      for (const { state, visits, entries, exits } of states) {
        const to = sum(edges.filter((edge) => edge.to === state).map(({ numerator }) => numerator))
        const from = sum(edges.filter((edge) => edge.from === state).map(({ numerator }) => numerator))
        expect([entries + to, exits + from]).toEqual([visits, visits])
      }
      expect(sum(states.map(({ entries }) => entries))).toBe(count)
      expect(sum(states.map(({ exits }) => exits))).toBe(count)
    }),
  )
})
