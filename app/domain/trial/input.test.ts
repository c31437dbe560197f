import { expect, test } from 'vitest'
import { STEPS_WITHOUT_INPUT, isWithoutInput } from './input'

test('a trial is without input once it has the steps for it and nobody was ever active', () => {
  expect(isWithoutInput({ steps: STEPS_WITHOUT_INPUT, activeMs: 0 })).toBe(true)
  expect(isWithoutInput({ steps: STEPS_WITHOUT_INPUT - 1, activeMs: 0 })).toBe(false)
})

test('one active millisecond is input, however many steps there are', () => {
  expect(isWithoutInput({ steps: STEPS_WITHOUT_INPUT, activeMs: 1 })).toBe(false)
  expect(isWithoutInput({ steps: 1_000, activeMs: 1 })).toBe(false)
})
