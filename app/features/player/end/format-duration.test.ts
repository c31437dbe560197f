import { expect, test } from 'vitest'
import { formatDuration } from './format-duration'

test.each([
  [0, '0 sec'],
  [42_400, '42 sec'],
  [60_000, '1 min'],
  [200_000, '3 min 20 sec'],
  [3_599_000, '60 min'],
  [-5, '0 sec'],
])('%i ms read as %s', (ms, text) => {
  expect(formatDuration(ms, 'en')).toBe(text)
})

test('speaks the language of the visitor', () => {
  expect(formatDuration(200_000, 'zh')).toBe('3分钟 20秒')
  expect(formatDuration(200_000, 'es')).toBe('3 min 20 s')
})
