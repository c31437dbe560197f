import { expect, test } from 'vitest'
import { smallDemo } from '#tests/support/small-demo'
import { checkDemo } from './check-demo'
import { SIZE_LIMITS } from './check-size'

const many = <Value>(count: number, value: (n: number) => Value) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`s${n}`, value(n)]))

const screens = { main: { title: { en: 'Main' }, blocks: [] } }
const states = { main: { screen: 'main', final: 'success' } }

test('a demo with far too many parts gets that one problem, at once', () => {
  const tooMany = many(6_000, (n) => ({ screen: `nowhere-${n}`, on: { GO: `s${n + 1}` } }))
  expect(checkDemo(smallDemo({ screens, states: tooMany }))).toMatchObject([
    {
      code: 'invalid-shape',
      at: 'machine.states',
      message: expect.stringContaining('at most 500') as string,
    },
  ])
  const rows = Array.from({ length: 2_000 }, (_, n) => ({ id: `r${n}`, [`field${n}`]: 1 }))
  expect(checkDemo(smallDemo({ screens, states, world: { rows } }))).toMatchObject([{ at: 'world' }])
})

test('a demo that a person could write is not too large', () => {
  const screen = { title: { en: 'Main' }, blocks: [] }
  const problems = checkDemo(smallDemo({ screens: { ...screens, ...many(200, () => screen) }, states }))
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([])
  expect(SIZE_LIMITS.states).toBeGreaterThan(200)
})
