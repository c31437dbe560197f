import { expect, test } from 'vitest'
import { z } from 'zod'
import { DomainError, ERROR_CODES } from '~/domain/errors'
import { respond, toProblem } from './http-errors'

test('every domain code has a status of its own meaning, none of them 500', () => {
  const statuses = ERROR_CODES.map((code) => toProblem(new DomainError(code, 'why'), 'r1').status)
  expect(statuses).toEqual([422, 404, 410, 401, 403, 409, 422, 409, 422, 422, 429, 503, 504])
})

test('details go along, but cannot change what the problem is', () => {
  const details = { expectedSeq: 4, lastSeq: 3, status: 200, type: 'x' }
  const error = new DomainError('sequence-gap', 'Send 4 first.', details)
  expect(toProblem(error, 'r1').body).toEqual({
    type: '/problems/sequence-gap',
    title: 'Events are missing before this batch',
    status: 409,
    code: 'sequence-gap',
    detail: 'Send 4 first.',
    expectedSeq: 4,
    lastSeq: 3,
    requestId: 'r1',
  })
})

test('an unforeseen error tells nothing of itself', () => {
  const { status, body } = toProblem(new Error('password is hunter2'), 'r1')
  expect(status).toBe(500)
  expect(JSON.stringify(body)).not.toContain('hunter2')
})

test('a zod refusal names the places', () => {
  const { error } = z.object({ stars: z.number() }).safeParse({ stars: 'x' })
  expect(toProblem(error, 'r1')).toMatchObject({ status: 422, body: { issues: [{ at: 'stars' }] } })
})

test('a body that is not as compressed as it says is a 400', () => {
  const error = Object.assign(new Error('incorrect header check'), { code: 'Z_DATA_ERROR' })
  expect(toProblem(error, 'r1')).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
})

test('garbage JSON is a 400', () => {
  const error = Object.assign(new SyntaxError('Unexpected token'), {
    type: 'entity.parse.failed',
    status: 400,
  })
  expect(toProblem(error, 'r1')).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
})

test('a database that is away is a 503 that says when to come back, also when wrapped', () => {
  const error = new Error('Failed query', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) })
  expect(toProblem(error, 'r1')).toMatchObject({ status: 503, headers: { 'Retry-After': '5' } })
})

test('respond gives a Response for a refusal and throws what it does not know', async () => {
  const response = respond(new DomainError('gone', 'Retired.', { instead: 'other' }), 'r1')
  expect(response.status).toBe(410)
  expect(await response.json()).toMatchObject({ code: 'gone', instead: 'other' })
  expect(() => respond(new Error('boom'))).toThrow('boom')
})
