import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONVERSION_STATES, CONVERSION_UNITS, GOALS } from './conversion-terms'
import { PLAIN_SETS, SET_FAMILIES, formatTrialSet, parseTrialSet } from './trial-set'

test('every set reads back from its text', () => {
  const plain = fc.constantFrom(...PLAIN_SETS).map((name) => ({ name }))
  const keyed = fc.record({ family: fc.constantFrom(...SET_FAMILIES), key: fc.string({ minLength: 1 }) })
  const conversion = fc.record({
    unit: fc.constantFrom(...CONVERSION_UNITS),
    goal: fc.constantFrom(undefined, ...GOALS),
    state: fc.constantFrom(...CONVERSION_STATES),
  })
  fc.assert(
    fc.property(fc.oneof(plain, keyed, conversion), (set) => {
      expect(parseTrialSet(formatTrialSet(set))).toEqual(set)
    }),
  )
})

test('an unknown set, an empty key and a family without a key are nothing', () => {
  expect(parseTrialSet('everyone')).toBeNull()
  expect(parseTrialSet('edge:')).toBeNull()
  expect(parseTrialSet('edge')).toBeNull()
  expect(parseTrialSet('colour:red')).toBeNull()
  for (const text of [
    '',
    'trial',
    'trial.any',
    'trial.any.all.more',
    'dog.any.all',
    'trial.win.all',
    'trial.any.lost',
  ])
    expect(parseTrialSet(`conversion:${text}`)).toBeNull()
})
