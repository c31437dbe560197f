import { expect, test } from 'vitest'
import { boardFormat } from './board-format'

const en = boardFormat('en', 'Europe/Madrid')

test('durations name the two units that matter', () => {
  expect(en.duration(0)).toBe('0s')
  expect(en.duration(59_499)).toBe('59s')
  expect(en.duration(59_500)).toBe('1m 0s')
  expect(en.duration(185_000)).toBe('3m 5s')
  expect(en.duration(7_500_000)).toBe('2h 5m')
})

test('trial time reads like a clock', () => {
  expect(en.clock(65_900)).toBe('1:05')
  expect(en.clock(3_661_000)).toBe('1:01:01')
})

test('small shares keep a decimal', () => {
  expect(en.percent(0)).toBe('0%')
  expect(en.percent(0.034)).toBe('3.4%')
  expect(en.percent(0.346)).toBe('35%')
})

test('instants are told in the time zone of the workspace', () => {
  expect(en.instant(new Date('2026-07-01T22:30:00Z'))).toContain('Jul 2, 2026')
})

test('each language writes its own way', () => {
  expect(boardFormat('es', 'UTC').mean(4.25)).toBe('4,3')
  expect(boardFormat('zh', 'UTC').day('2026-07-01')).toBe('2026年7月1日')
})
