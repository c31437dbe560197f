import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignPaths } from './align-paths'

const drawn = (taken: string, ideal: string) =>
  alignPaths([...taken], [...ideal])
    .map(({ state, on }) => (on === 'both' ? state : on === 'taken' ? `+${state}` : `-${state}`))
    .join(' ')

test('the same way stands in the same rows', () => {
  expect(drawn('abc', 'abc')).toBe('a b c')
})

test('a detour stands where it was made', () => {
  expect(drawn('axbybc', 'abc')).toBe('a +x b +y +b c')
})

test('what was left out of the ideal way is named', () => {
  expect(drawn('ac', 'abc')).toBe('a -b c')
})

test('every state of both ways appears exactly once, in its order', () => {
  const path = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
  fc.assert(
    fc.property(path, path, (taken, ideal) => {
      const steps = alignPaths(taken, ideal)
      const only = (side: 'taken' | 'ideal') =>
        steps.filter((step) => step.on === 'both' || step.on === side).map((step) => step.state)
      expect(only('taken')).toEqual(taken)
      expect(only('ideal')).toEqual(ideal)
    }),
  )
})
