import { expect, test } from 'vitest'

import { messageSchema, showsOn } from './message'

const message = {
  format: 'foyer-message/1',
  places: ['home'],
  tone: 'info',
  title: { en: 'New: returns' },
  link: { href: '/demos/returns', label: { en: 'Try it' } },
  from: '2026-03-01',
  until: '2026-03-31',
}

test('a message shows from its first to its last day', () => {
  const parsed = messageSchema.parse(message)
  const days = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01']
  expect(days.map((day) => showsOn(parsed, day))).toEqual([false, true, true, false])
  expect(showsOn({}, '2026-03-01')).toBe(true)
})

test.each([
  ['help/refunds', false],
  ['?role=sales', false],
  ['/help/refunds', true],
  ['#top', true],
  ['https://example.com', true],
  ['mailto:a@example.com', true],
])('a message that shows on many pages may link to %s: %s', (href, may) => {
  const linking = { ...message, link: { href, label: { en: 'x' } } }
  expect(messageSchema.safeParse(linking).success).toBe(may)
})

test('an unsafe link and days in the wrong order are refused', () => {
  const unsafe = { ...message, link: { href: 'javascript:alert(1)', label: { en: 'x' } } }
  expect(messageSchema.safeParse(unsafe).success).toBe(false)
  expect(messageSchema.safeParse({ ...message, until: '2026-02-01' }).success).toBe(false)
})

test.each(['2026-02-30', '2026-3-1', '0000-01-01', '2026-03-01T00:00:00Z'])('%s is not a day', (from) => {
  expect(messageSchema.safeParse({ ...message, from }).success).toBe(false)
})
