import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ALL_COHORT_SETS } from './cohorts/cohort-visitors'
import { CONVERSION_STATES, CONVERSION_UNITS, GOALS } from './conversion-terms'
import { flowSets } from './path-flow/flow-sets.testing'
import { VISITOR_STATES } from './stages/visitor-states'
import { PLAIN_SETS, SET_FAMILIES, formatTrialSet, parseTrialSet } from './trial-set'

test('every set reads back from its text', () => {
  const plain = fc.constantFrom(...PLAIN_SETS).map((name) => ({ name }))
  const keyed = fc.record({ family: fc.constantFrom(...SET_FAMILIES), key: fc.string({ minLength: 1 }) })
  const conversion = fc.record({
    unit: fc.constantFrom(...CONVERSION_UNITS),
    goal: fc.constantFrom(undefined, ...GOALS),
    state: fc.constantFrom(...CONVERSION_STATES),
  })
  const begun = fc.record({ begun: fc.record({ from: fc.nat(), until: fc.nat() }) })
  const narrow = fc.oneof(keyed, flowSets, begun)
  const among = fc.record({ plain: fc.constantFrom(...PLAIN_SETS), among: narrow })
  const visitors = fc.constantFrom(...VISITOR_STATES).map((state) => ({ visitors: state }))
  const cohorts = fc.constantFrom(...ALL_COHORT_SETS)
  fc.assert(
    fc.property(fc.oneof(plain, narrow, among, conversion, visitors, cohorts), (set) => {
      expect(parseTrialSet(formatTrialSet(set))).toEqual(set)
    }),
  )
})

test('an unknown set, an empty key and a family without a key are nothing', () => {
  expect(parseTrialSet('everyone')).toBeNull()
  expect(parseTrialSet('edge:')).toBeNull()
  expect(parseTrialSet('edge')).toBeNull()
  expect(parseTrialSet('colour:red')).toBeNull()
  expect(parseTrialSet('visitors:gone')).toBeNull()
  for (const text of ['', 'returned', 'returned.0', 'returned.9', 'returned.01', 'returned.1.2', 'gone.1'])
    expect(parseTrialSet(`cohort:${text}`)).toBeNull()
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

test('a part of a diagram that makes no sense, and half a narrowed set, are nothing', () => {
  for (const text of [
    'flow:',
    'flow:states...5',
    'flow:clicks...5.drawn',
    'flow:states...100.drawn',
    'flow:states...5.drawn.1',
    'flow:states...5.count.1',
    'flow:states...5.count.1.',
    'flow:states...5.count.1.pick.paid',
    'flow:states...5.move.1.pick',
    'flow:states...5.move.1.pick.paid.more',
    'begun:1',
    'begun:1-2-3',
    'begun:-1-2',
    'finished@',
    'finished@everyone',
    '@path:orders',
    'finished@conversion:trial.any.all',
  ])
    expect(parseTrialSet(text)).toBeNull()
})
