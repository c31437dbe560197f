import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignPaths } from './align-paths'

const drawn = (taken: string, ideal: string) =>
  alignPaths([...taken], [...ideal])
    .map(({ state, on }) => (on === 'both' ? state : on === 'taken' ? `+${state}` : `-${state}`))
    .join(' ')

test('equal paths share their rows', () => {
  expect(drawn('abc', 'abc')).toBe('a b c')
})

test('a detour is placed where it was made', () => {
  expect(drawn('axbybc', 'abc')).toBe('a +x b +y +b c')
})

test('a state of the ideal path that was left out is marked', () => {
  expect(drawn('ac', 'abc')).toBe('a -b c')
})

test('every state of both paths appears exactly once, in its order', () => {
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
