import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STATES, anyPaths } from './paths.testing'
import { sankey, type SankeyTerms } from './sankey'

const PATHS = [
  { states: ['orders', 'pick', 'paid'], count: 6 },
  { states: ['orders', 'pick', 'manual', 'pick', 'paid'], count: 3 },
  { states: ['help', 'orders', 'pick'], count: 2 },
  { states: ['help'], count: 4 },
]

const draw = (terms: Partial<SankeyTerms>) => sankey(PATHS, { steps: 2, states: 9, ...terms })

/** A node as `column state: count`, with what begins, came before, ends and goes on. */
const nodesOf = (terms: Partial<SankeyTerms>) =>
  draw(terms).nodes.map(
    ({ column, state, count, entries, earlier, exits, later }) =>
      `${column} ${state}: ${count} = ${entries} + ${earlier}, ${exits} + ${later}`,
  )

test('from a start, each path is followed for the steps that are drawn', () => {
  expect(nodesOf({ start: 'orders' })).toEqual([
    '0 orders: 11 = 9 + 2, 0 + 0',
    '1 pick: 11 = 0 + 0, 2 + 0',
    '2 paid: 6 = 0 + 0, 6 + 0',
    '2 manual: 3 = 0 + 0, 0 + 3',
  ])
  expect(draw({ start: 'orders' })).toMatchObject({ drawn: 11, lacking: 4, longer: 0 })
})

test('to an end, all paths meet in the last column', () => {
  expect(nodesOf({ end: 'paid' })).toEqual([
    '0 orders: 6 = 6 + 0, 0 + 0',
    '0 manual: 3 = 0 + 3, 0 + 0',
    '1 pick: 9 = 0 + 0, 0 + 0',
    '2 paid: 9 = 0 + 0, 9 + 0',
  ])
  expect(nodesOf({ end: 'orders' })).toEqual(['1 help: 2 = 2 + 0, 0 + 0', '2 orders: 11 = 9 + 0, 0 + 11'])
})

test('between two states, paths that need more steps are counted apart', () => {
  expect(draw({ start: 'orders', end: 'paid' })).toMatchObject({ drawn: 6, lacking: 6, longer: 3 })
  expect(draw({ start: 'orders', end: 'paid', steps: 4 })).toMatchObject({ drawn: 9, lacking: 6, longer: 0 })
  expect(draw({ start: 'paid', end: 'orders' })).toMatchObject({ drawn: 0, lacking: 15 })
})

test('without start and end, paths are drawn from where they begin', () => {
  expect(nodesOf({ steps: 0 })).toEqual(['0 orders: 9 = 9 + 0, 0 + 9', '0 help: 6 = 6 + 0, 4 + 2'])
})

test('the rare states of a column are drawn as one, never the start or the end', () => {
  const fan = ['b', 'c', 'd', 'end'].map((state, index) => ({ states: ['start', state], count: 9 - index }))
  const { nodes, links } = sankey(fan, { start: 'start', steps: 1, states: 2 })
  expect(nodes.map(({ state, count }) => [state, count])).toEqual([
    ['start', 30],
    ['b', 9],
    ['c', 8],
    [null, 13],
  ])
  expect(links).toEqual(
    [
      { column: 0, from: 'start', to: 'b', count: 9 },
      { column: 0, from: 'start', to: 'c', count: 8 },
      { column: 0, from: 'start', to: null, count: 13 },
    ].sort((a, b) => b.count - a.count),
  )
  const named = sankey([...fan, { states: ['b', 'c'], count: 1 }], { end: 'end', steps: 1, states: 0 })
  expect(named.nodes.map(({ state }) => state)).toEqual([null, 'end'])
})

const maybeState = fc.option(fc.constantFrom(...STATES), { nil: undefined })
const anyTerms = fc
  .record({ start: maybeState, end: maybeState, steps: fc.nat(8), states: fc.integer({ min: 1, max: 6 }) })
  .map(({ start, end, ...terms }): SankeyTerms => ({
    ...terms,
    ...(start && { start }),
    ...(end && { end }),
  }))

test('what flows into a node flows out of it, and every path is drawn or counted apart', () => {
  fc.assert(
    fc.property(anyPaths, anyTerms, (paths, terms) => {
      const { nodes, links, drawn, lacking, longer } = sankey(paths, terms)
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
      for (const { column, state, count, entries, earlier, exits, later } of nodes) {
        const into = links.filter((link) => link.column === column - 1 && link.to === state)
        const out = links.filter((link) => link.column === column && link.from === state)
        expect(entries + earlier + sum(into.map((link) => link.count))).toBe(count)
        expect(exits + later + sum(out.map((link) => link.count))).toBe(count)
        expect(column).toBeLessThanOrEqual(terms.steps)
      }
      const taken = paths.filter(({ states }) => states.length > 0)
      expect(drawn + lacking + longer).toBe(sum(taken.map(({ count }) => count)))
      expect(sum(nodes.map(({ entries, earlier }) => entries + earlier))).toBe(drawn)
      expect(sum(nodes.map(({ exits, later }) => exits + later))).toBe(drawn)
    }),
  )
})

test('a column has at most the states that were asked for, the start, the end and the rest', () => {
  fc.assert(
    fc.property(anyPaths, anyTerms, (paths, terms) => {
      const columns = new Map<number, number>()
      for (const { column } of sankey(paths, terms).nodes) columns.set(column, (columns.get(column) ?? 0) + 1)
      for (const count of columns.values()) expect(count).toBeLessThanOrEqual(Math.max(terms.states, 2) + 1)
    }),
  )
})
