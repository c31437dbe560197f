import { expect, test } from 'vitest'
import { createBoundedCounter } from './bounded-counter'

const at = (ms: number) => new Date(1_000_000 + ms)

test('a key may do so much in a window, and another key as much of its own', () => {
  const counter = createBoundedCounter({ most: 2, windowMs: 1_000 })
  expect([counter.take('a', at(0)), counter.take('a', at(100)), counter.take('a', at(400))]).toEqual([
    null,
    null,
    600,
  ])
  expect(counter.take('b', at(400))).toBeNull()
})

test('what was refused does not make the window longer', () => {
  const counter = createBoundedCounter({ most: 1, windowMs: 1_000 })
  counter.take('a', at(0))
  for (let ms = 0; ms < 1_000; ms += 100) expect(counter.take('a', at(ms))).toBe(1_000 - ms)
  expect(counter.take('a', at(1_000))).toBeNull()
})

test('what is given back may be done again', () => {
  const counter = createBoundedCounter({ most: 1, windowMs: 1_000 })
  counter.take('a', at(0))
  counter.giveBack('a')
  counter.giveBack('never taken')
  expect([counter.take('a', at(1)), counter.take('a', at(2))]).toEqual([null, 998])
})

test('it holds as many keys as told, those that came last', () => {
  const counter = createBoundedCounter({ most: 1, windowMs: 1_000 }, 2)
  for (const key of ['a', 'b', 'c']) counter.take(key, at(0))
  expect(counter.take('c', at(1))).toBe(999)
  expect(counter.take('a', at(1))).toBeNull()
})
