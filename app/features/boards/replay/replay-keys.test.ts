import { expect, test } from 'vitest'
import { MARK_KEYS, commandOf } from './replay-keys'

const press = (key: string, shiftKey = false, withLetters = true) => commandOf({ key, shiftKey, withLetters })

test('arrows walk, letters jump, and Shift jumps back', () => {
  expect(press('ArrowRight')).toEqual({ do: 'forward' })
  expect(press('h')).toEqual({ do: 'jump', kind: 'hint', back: false })
  expect(press('H', true)).toEqual({ do: 'jump', kind: 'hint', back: true })
  expect(press('?', true)).toEqual({ do: 'help' })
  expect(press('x')).toBeNull()
  expect(press('ArrowRight', true)).toBeNull()
})

test('no two moments share a key', () => {
  const letters = Object.values(MARK_KEYS)
  expect(new Set(letters).size).toBe(letters.length)
})

test('where letters are off only the keys with names do something', () => {
  expect(press('h', false, false)).toBeNull()
  expect(press(' ', false, false)).toBeNull()
  expect(press('End', false, false)).toEqual({ do: 'last' })
})
