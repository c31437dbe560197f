import { expect, test } from 'vitest'
import { DomainError, isDomainError, plainRefusal, refusalOf } from './errors'

test('the code of a refusal tells the type of its details', () => {
  const refusal: DomainError = new DomainError('sequence-gap', 'Send 4 first.', {
    expectedSeq: 4,
    lastSeq: 3,
  })
  if (refusal.code !== 'sequence-gap') return expect.unreachable()
  expect(refusal.details.expectedSeq satisfies number).toBe(4)
  // @ts-expect-error: a gap does not say what to try in its place.
  expect(refusal.details.instead).toBeUndefined()
  // @ts-expect-error: this code has no such detail.
  expect(new DomainError('gone', 'Not offered.', { permission: 'keys.manage' }).code).toBe('gone')
  // @ts-expect-error: a gap says which event is expected.
  expect(new DomainError('sequence-gap', 'Send 4 first.').details).toEqual({})
})

test('a refusal crosses to another thread as plain data', () => {
  const refusal = new DomainError('gone', 'Not offered.', { instead: 'order-to-cash' })
  const copy = refusalOf(structuredClone(plainRefusal(refusal)))
  expect(isDomainError(copy)).toBe(true)
  expect(copy).toEqual(refusal)
})

test('errors of other kinds are no refusals', () => {
  expect(isDomainError(new Error('gone'))).toBe(false)
  expect(isDomainError(Object.assign(new Error('x'), { name: 'DomainError', code: 'odd' }))).toBe(false)
})
