import type { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import type { ErrorCode } from '~/domain/errors'
import { statusOf } from '~/platform/http/http-errors'
import { answers } from './answers'

const text = { type: 'string' } as const

const HEADERS = {
  'RateLimit-Policy': {
    description: 'Every limit that applies: its name, its quota `q` and its window `w` in seconds.',
    schema: text,
    example: '"visitor";q=600;w=60, "key";q=600;w=60, "network";q=6000;w=60',
  },
  RateLimit: {
    description: 'The tightest limit: requests remaining `r`, and seconds `t` until it resets.',
    schema: text,
    example: '"key";r=599;t=60',
  },
  'X-Request-Id': { description: 'The id of this request, to quote when asking about it.', schema: text },
}

const RETRY_AFTER = {
  'Retry-After': {
    description: 'Seconds to wait before trying again.',
    schema: { type: 'integer' } as const,
  },
}

/** Errors of any request body: unreadable, too large, of the wrong type, or invalid. */
const OF_BODIES = { 400: 'invalid-input', 413: 'invalid-input', 415: 'invalid-input', 422: 'invalid-input' }

export function ok(
  schema: z.ZodType,
  description: string,
  headers: ZodOpenApiResponseObject['headers'] = {},
): ZodOpenApiResponseObject {
  return {
    description,
    headers: { ...HEADERS, ...(headers as object) },
    content: { 'application/json': { schema } },
  }
}

type Responses = Record<`${1 | 2 | 3 | 4 | 5}${string}`, ZodOpenApiResponseObject>

/** The error responses of an operation, by status. Every operation can be rate-limited or unavailable. */
export function problems(codes: ErrorCode[], options: { body?: boolean } = {}): Responses {
  const byStatus = new Map<number, Set<string>>()
  const add = (status: number, code: string) =>
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code))
  if (options.body) for (const [status, code] of Object.entries(OF_BODIES)) add(Number(status), code)
  for (const code of [...codes, 'rate-limited' as const, 'unavailable' as const]) add(statusOf(code), code)
  const entries = [...byStatus].sort(([one], [other]) => one - other)
  return Object.fromEntries(
    entries.map(([status, names]) => [String(status), problemOf(status, [...names])]),
  ) as Responses
}

function problemOf(status: number, codes: string[]): ZodOpenApiResponseObject {
  return {
    description: `Code ${codes.map((code) => `\`${code}\``).join(' or ')}.`,
    headers: { ...HEADERS, ...(status === 429 || status === 503 ? RETRY_AFTER : {}) },
    content: { 'application/problem+json': { schema: answers.problem } },
  }
}
