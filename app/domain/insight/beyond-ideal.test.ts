import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countDetours } from '../demo/score'
import { beyondIdeal } from './beyond-ideal'

const path = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 10 })

test('marks as many states as there are detours', () => {
  fc.assert(
    fc.property(path, path, (taken, ideal) => {
      expect(beyondIdeal(taken, [ideal]).filter(Boolean)).toHaveLength(countDetours(taken, ideal))
    }),
  )
})

test('goes by the ideal path that is nearest, and marks nothing where there is none', () => {
  expect(
    beyondIdeal(
      ['a', 'x', 'b'],
      [
        ['a', 'b'],
        ['a', 'x', 'b'],
      ],
    ),
  ).toEqual([false, false, false])
  expect(beyondIdeal(['a', 'b', 'a'], [['a', 'b']])).toEqual([false, false, true])
  expect(beyondIdeal(['a'], [])).toEqual([false])
})
