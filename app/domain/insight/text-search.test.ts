import { expect, test } from 'vitest'
import { isTextFound } from './text-search'

test('a text is found in any case and without its accents, also in Chinese', () => {
  expect(isTextFound('Muy ÚTIL para la mañana', 'util para la manana')).toBe(true)
  expect(isTextFound('muy util', 'ÚTIL')).toBe(true)
  expect(isTextFound('这个演示很好用', '很好')).toBe(true)
  expect(isTextFound('cafe\u0301', 'café')).toBe(true)
  expect(isTextFound('这个演示很好用', '不好')).toBe(false)
})

test('no character means anything but itself', () => {
  for (const sign of ['%', '_', '\\', '*', '?', '.', '$1', "'", '"'])
    expect([sign, isTextFound('100 pc', sign), isTextFound(`a${sign}b`, sign)]).toEqual([sign, false, true])
})
