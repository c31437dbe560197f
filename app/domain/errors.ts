import type { ErrorDetails } from './error-details'

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
] as const satisfies readonly (keyof ErrorDetails)[]

export type ErrorCode = (typeof ERROR_CODES)[number]

/** Codes whose details say something every time. */
type CodeWithDetails = { [Code in ErrorCode]: object extends ErrorDetails[Code] ? never : Code }[ErrorCode]

/** Details may be left out where none is required. */
type DetailsOf<Code extends ErrorCode> = Code extends CodeWithDetails
  ? [details: ErrorDetails[Code]]
  : [details?: ErrorDetails[Code]]

class Refusal<Code extends ErrorCode> extends Error {
  override readonly name = 'DomainError'
  readonly code: Code
  readonly details: ErrorDetails[Code]

  constructor(code: Code, message: string, ...[details]: DetailsOf<Code>) {
    super(message)
    this.code = code
    this.details = (details ?? {}) as ErrorDetails[Code]
  }
}

/** A refusal that the caller can understand. Its `code` tells which it is, and what its details are. */
export type DomainError = { [Code in ErrorCode]: Refusal<Code> }[ErrorCode]
export const DomainError = Refusal

/** A refusal as plain data, such as crosses to another thread. */
export type PlainRefusal = {
  [Code in ErrorCode]: { code: Code; message: string; details: ErrorDetails[Code] }
}[ErrorCode]

/** The refusal as plain data. `refusalOf` makes it a refusal again. */
export const plainRefusal = ({ code, message, details }: DomainError): PlainRefusal =>
  // A code and its details stay together, which the compiler loses in taking them apart.
  ({ code, message, details }) as PlainRefusal

/** The refusal that plain data says. */
export const refusalOf = ({ code, message, details }: PlainRefusal): DomainError =>
  new Refusal<ErrorCode>(code, message, details) as DomainError

/** True for a DomainError, also for one of another copy of this module (the server bundle has its own). */
export function isDomainError(value: unknown): value is DomainError {
  if (!(value instanceof Error) || value.name !== 'DomainError') return false
  return 'code' in value && ERROR_CODES.some((code) => code === value.code)
}
