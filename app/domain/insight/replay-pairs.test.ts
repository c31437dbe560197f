import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import type { PairedMoment } from './replay-pairs'
import { pairByState, pairByTime, partingOf, timeByState } from './replay-pairs'

/** A replay of these states, each entered a second after the one before. */
const walk = (states: string, times?: number[]): PairedMoment[] =>
  [...states].map((state, index) => ({ at: times?.[index] ?? index * 1_000, entered: [state] }))

const told = (a: string, b: string) =>
  pairByState(walk(a), walk(b)).map(({ state, moved }) => `${state}:${moved}`)

test('what both reached is walked together, what one alone reached by that one', () => {
  expect(told('abcd', 'abcd')).toEqual(['a:both', 'b:both', 'c:both', 'd:both'])
  expect(told('abxcd', 'abcd')).toEqual(['a:both', 'b:both', 'x:a', 'c:both', 'd:both'])
  expect(told('ab', 'abcd')).toEqual(['a:both', 'b:both', 'c:b', 'd:b'])
  expect(pairByState(walk('axb'), walk('ab')).map(({ a, b }) => [a, b])).toEqual([
    [0, 0],
    [1, 0],
    [2, 1],
  ])
})

const states = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }).map((all) => all.join(''))

test('each replay is walked whole and in order, and turning the two round turns the stops round', () => {
  fc.assert(
    fc.property(states, states, (a, b) => {
      const stops = pairByState(walk(a), walk(b))
      const of = (side: 'a' | 'b') =>
        stops.flatMap(({ moved, state }) => (moved === 'both' || moved === side ? [state] : [])).join('')
      expect([of('a'), of('b')]).toEqual([a, b])
      const together = (pair: typeof stops) => pair.filter(({ moved }) => moved === 'both').length
      expect(together(stops)).toBe(together(pairByState(walk(b), walk(a))))
      expect(together(pairByState(walk(a), walk(a)))).toBe(a.length)
    }),
    { numRuns: tries(200) },
  )
})

test('by time each shows the last thing that it did until then', () => {
  const stops = pairByTime(walk('abc', [0, 5, 9]), walk('xy', [0, 7]))
  expect(stops.map(({ a, b, moved }) => [a, b, moved])).toEqual([
    [0, 0, 'both'],
    [1, 0, 'a'],
    [1, 1, 'b'],
    [2, 1, 'a'],
  ])
})

test('they part after the last state that both reached together', () => {
  expect(partingOf(pairByState(walk('abx'), walk('aby')))).toEqual({ after: 'b', stop: 2 })
  expect(partingOf(pairByState(walk('x'), walk('y')))).toEqual({ after: null, stop: 0 })
  expect(partingOf(pairByState(walk('ab'), walk('ab')))).toBeNull()
})

test('the time at a state adds up over its visits, and all of it is the whole trial', () => {
  expect([...timeByState(walk('aba', [0, 10, 15]))]).toEqual([
    ['a', 10],
    ['b', 5],
  ])
  expect([...timeByState([])]).toEqual([])
})
