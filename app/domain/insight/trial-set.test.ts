import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PLAIN_SETS, SET_FAMILIES, formatTrialSet, parseTrialSet } from './trial-set'

test('every set reads back from its text', () => {
  const plain = fc.constantFrom(...PLAIN_SETS).map((name) => ({ name }))
  const keyed = fc.record({ family: fc.constantFrom(...SET_FAMILIES), key: fc.string({ minLength: 1 }) })
  fc.assert(
    fc.property(fc.oneof(plain, keyed), (set) => {
      expect(parseTrialSet(formatTrialSet(set))).toEqual(set)
    }),
  )
})

test('an unknown set, an empty key and a family without a key are nothing', () => {
  expect(parseTrialSet('everyone')).toBeNull()
  expect(parseTrialSet('edge:')).toBeNull()
  expect(parseTrialSet('edge')).toBeNull()
  expect(parseTrialSet('colour:red')).toBeNull()
})
