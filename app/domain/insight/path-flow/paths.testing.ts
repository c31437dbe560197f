import fc from 'fast-check'
import type { CountedPath } from './path-flow'

/** Few states, so that paths meet, repeat and come back. */
export const STATES = ['a', 'b', 'c', 'd', 'e', 'f']

export const anyPaths: fc.Arbitrary<CountedPath[]> = fc.array(
  fc.record({
    states: fc
      .array(fc.constantFrom(...STATES), { maxLength: 10 })
      .map((states) => states.filter((state, index) => state !== states[index - 1])),
    count: fc.integer({ min: 1, max: 50 }),
  }),
  { maxLength: 12 },
)
