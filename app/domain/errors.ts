/**
 * The closed set of codes with which a verb or a domain function refuses. `app/platform/http/http-errors.ts` maps them
 * to HTTP.
 */
export const ERROR_CODES = [
  'invalid-input',
  'not-found',
  'gone',
  'unauthenticated',
  'forbidden',
  'conflict',
  'idempotency-mismatch',
  'sequence-gap',
  'event-refused',
  'proof-failed',
  'rate-limited',
  'unavailable',
  'timed-out',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** Plain JSON that is sent to the client with the message. Never put secrets or stack traces here. */
export type ErrorDetails = Record<string, unknown>

/** A refusal that the caller can understand. Told apart by `code`, never by class or message. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message)
    this.name = 'DomainError'
    this.code = code
    this.details = details
  }
}

/** True for a DomainError, also for one of another copy of this module (the server bundle has its own). */
export function isDomainError(value: unknown): value is DomainError {
  if (!(value instanceof Error) || value.name !== 'DomainError') return false
  return 'code' in value && ERROR_CODES.some((code) => code === value.code)
}
