import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeRedirect } from './safe-redirect'

test.each(['/', '/demos/order-to-cash', '/boards?demo=a&from=2026-01-01', '/help#top'])(
  '%s is kept',
  (to) => {
    expect(safeRedirect(to)).toBe(to)
  },
)

test.each([
  '//evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  'demos',
  '',
  null,
  undefined,
  7,
])('%j falls back', (to) => {
  expect(safeRedirect(to, '/home')).toBe('/home')
})

test('whatever is given, a browser stays on this site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((tail) => `/${tail}`),
      ),
      (to) => {
        expect(new URL(safeRedirect(to), 'https://foyer.example').origin).toBe('https://foyer.example')
      },
    ),
  )
})
