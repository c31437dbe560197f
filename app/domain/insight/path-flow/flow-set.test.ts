import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInFlow } from './flow-set'
import { flowTerms, numbersOf } from './flow-sets.testing'
import { anyPaths } from './paths.testing'
import { sankey } from './sankey'
import { sequenceOf } from './sequence'

test('every number of a diagram counts the paths of its set', () => {
  fc.assert(
    fc.property(anyPaths, flowTerms, fc.integer({ min: 0, max: 4 }), (paths, flow, states) => {
      for (const { set, count } of numbersOf(sankey(paths, { ...flow, states }), flow)) {
        const counted = paths.filter((path) => isInFlow(set, path.states))
        expect(counted.reduce((sum, path) => sum + path.count, 0)).toBe(count)
      }
    }),
  )
})

test('tasks are in the order in which they were done, those not done left out', () => {
  const tasks = { pay: 900, 'create-order': 100, ship: null, pick: 100 }
  expect(sequenceOf('tasks', { path: ['orders'], tasks })).toEqual(['create-order', 'pick', 'pay'])
  expect(sequenceOf('states', { path: ['orders'], tasks })).toEqual(['orders'])
})
