import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  RESUME_FOR_MS,
  hashResumeToken,
  isResumeToken,
  makeResumeToken,
  readResumeToken,
} from './resume-token'

const KEY = { visitorId: '0190a000-0000-7000-8000-000000000001', id: '0190a000-0000-7000-8000-00000000beef' }
const NOW = new Date('2026-03-02T09:00:00Z')

test('a token names its trial for ninety days', () => {
  const token = makeResumeToken(KEY, NOW)
  expect(readResumeToken(token, NOW)).toEqual(KEY)
  expect(readResumeToken(token, new Date(NOW.getTime() + RESUME_FOR_MS))).toEqual(KEY)
  expect(readResumeToken(token, new Date(NOW.getTime() + RESUME_FOR_MS + 1))).toBeNull()
})

test('two tokens of one trial differ, and only the one that was hashed is true', () => {
  const [one, other] = [makeResumeToken(KEY, NOW), makeResumeToken(KEY, NOW)]
  expect(one).not.toBe(other)
  expect(isResumeToken(one, hashResumeToken(one))).toBe(true)
  expect(isResumeToken(other, hashResumeToken(one))).toBe(false)
  expect(isResumeToken(one, null)).toBe(false)
})

test('anything that is no token is refused without throwing', () => {
  const token = makeResumeToken(KEY, NOW)
  const near = fc.nat(token.length - 1).map((at) => token.slice(0, at) + token.slice(at + 1))
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), near), (text) => {
      expect(readResumeToken(text, NOW)).toBeNull()
    }),
  )
})
