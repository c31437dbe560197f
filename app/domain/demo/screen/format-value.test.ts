import { expect, test } from 'vitest'
import { formatValue } from './format-value'
import { LOCALES } from '~/domain/text'

test('a day reads as a day, also where a time of day could stand', () => {
  expect(formatValue('2026-11-03', 'datetime', 'en', 'USD')).toBe('Nov 3, 2026')
  expect(formatValue('2026-11-03T08:12:00Z', 'datetime', 'es', 'USD')).toBe('3 nov 2026, 08:12')
  expect(formatValue('2026-11-03T08:12:00Z', 'date', 'zh', 'USD')).toBe('2026年11月3日')
})

test.each(['order 7', '2026-1-5', '2026-02-30', '2026-11-03T08:12:00', '5', 'Nov 3, 2026'])(
  '%j, which is no date, is shown as it is written',
  (text) => {
    for (const format of ['date', 'datetime'] as const)
      expect(formatValue(text, format, 'en', 'USD')).toBe(text)
  },
)

test('a time of day has 24 hours in every language, as the times that demos write', () => {
  expect(formatValue('2026-11-03T16:12:00Z', 'datetime', 'en', 'USD')).toBe('Nov 3, 2026, 16:12')
  expect(formatValue('2026-11-03T00:12:00Z', 'datetime', 'en', 'USD')).toBe('Nov 3, 2026, 00:12')
  expect(formatValue('2026-11-03T16:12:00Z', 'datetime', 'zh', 'USD')).toBe('2026年11月3日 16:12')
  expect(formatValue('2026-11-03T16:12:00Z', 'datetime', 'es', 'USD')).toBe('3 nov 2026, 16:12')
})

test('thousands are grouped in every language, whatever their size', () => {
  expect(formatValue(6737.5, 'money', 'es', 'EUR')).toBe('6.737,50\u00a0€')
  expect(formatValue(1000, 'number', 'es', 'USD')).toBe('1.000')
  expect(formatValue(12000, 'number', 'en', 'USD')).toBe('12,000')
  expect(formatValue(2026, 'text', 'es', 'USD')).toBe('2026')
})

test.each(LOCALES)('a time of day has two digits for its hour in %s', (locale) => {
  expect(formatValue('2026-11-02T04:05:00Z', 'datetime', locale, 'EUR')).toMatch(/ 04:05$/)
})

test('an amount that no format was asked for shows no error of its last digit', () => {
  expect(formatValue(0.1 + 0.2, 'text', 'en', 'EUR')).toBe('0.3')
  expect(formatValue(12345678901.23 * 1.21, 'text', 'en', 'EUR')).toBe('14938271470.4883')
})
