import { expect, test } from 'vitest'
import { DAY_MS } from '~/domain/day'
import { exclusionOf } from './exclusion'

const startedAt = new Date('2026-01-05T10:00:00Z')
const after = (ms: number, flags: string[] = []) =>
  exclusionOf({ at: new Date(startedAt.getTime() + ms), trial: { startedAt, flags } }, 30)

test('what lies inside the window of its trial counts, the first and the last instant too', () => {
  expect([after(0), after(DAY_MS), after(30 * DAY_MS)]).toEqual([null, null, null])
  expect(after(DAY_MS, ['simulated'])).toBeNull()
})

test('what can count on no board says why', () => {
  expect(exclusionOf(null, 30)).toBe('unmatched')
  expect(exclusionOf({ at: startedAt, trial: null }, 30)).toBe('no-trial')
  expect(after(-1)).toBe('before-trial')
  expect(after(30 * DAY_MS + 1)).toBe('after-window')
  expect(after(DAY_MS, ['simulated', 'internal'])).toBe('flagged-trial')
})
