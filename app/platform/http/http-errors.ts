import type { InputIssue } from '~/domain/error-details'
import { isDomainError } from '~/domain/errors'
import type { DomainError, ErrorCode } from '~/domain/errors'
import { isDatabaseDown, isTimedOut } from '../context/database-down'
import { isBodyRefusal } from './forms/body-refusal'

export const PROBLEM_TYPE = 'application/problem+json'

/** An RFC 9457 problem, with the code and the request id as extra members. */
interface ProblemBody {
  type: string
  title: string
  status: number
  detail?: string
  code: string
  requestId: string
  [member: string]: unknown
}

export interface ProblemAnswer {
  status: number
  headers: Record<string, string>
  body: ProblemBody
}

interface HttpMeaning {
  status: number
  title: string
}

const MEANINGS: Record<ErrorCode, HttpMeaning> = {
  'invalid-input': { status: 422, title: 'The input is not valid' },
  'not-found': { status: 404, title: 'Not found' },
  gone: { status: 410, title: 'No longer available' },
  unauthenticated: { status: 401, title: 'Authentication required' },
  forbidden: { status: 403, title: 'Not allowed' },
  conflict: { status: 409, title: 'Conflict with the current state' },
  'idempotency-mismatch': { status: 422, title: 'Idempotency-Key already used for another request' },
  'sequence-gap': { status: 409, title: 'Events are missing before this batch' },
  'event-refused': { status: 422, title: 'The event was refused' },
  'proof-failed': { status: 422, title: 'The proof failed' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Temporarily unavailable' },
  'timed-out': { status: 504, title: 'The request took too long' },
}

/** Sent as Retry-After when something is temporarily unavailable. */
export const RETRY_AFTER_SECONDS = 5

/** The HTTP status of an error code. */
export function statusOf(code: ErrorCode): number {
  return MEANINGS[code].status
}

/** The only place where an error becomes an HTTP response. Unexpected errors are a 500 without details. */
export function toProblem(error: unknown, requestId: string): ProblemAnswer {
  if (isDomainError(error)) return ofDomain(error, requestId)
  const issues = zodIssues(error)
  if (issues) return problem({ ...MEANINGS['invalid-input'], code: 'invalid-input', requestId }, { issues })
  const refused = bodyRefusal(error)
  if (refused) {
    const detail = isBodyRefusal(error) ? { detail: error.message } : {}
    return problem({ ...refused, code: 'invalid-input', requestId }, detail)
  }
  const refusedByLibrary = clientFault(error)
  if (refusedByLibrary) return problem({ ...refusedByLibrary, code: 'invalid-input', requestId })
  if (isTimedOut(error)) return problem({ ...MEANINGS['timed-out'], code: 'timed-out', requestId })
  if (isDatabaseDown(error)) return problem({ ...MEANINGS.unavailable, code: 'unavailable', requestId })
  return problem({ status: 500, title: 'Something went wrong on our side', code: 'internal', requestId })
}

function ofDomain(error: DomainError, requestId: string): ProblemAnswer {
  return problem(
    { ...MEANINGS[error.code], code: error.code, requestId },
    { ...error.details, detail: error.message },
  )
}

function problem(
  base: HttpMeaning & { code: string; requestId: string },
  members: Record<string, unknown> = {},
): ProblemAnswer {
  const headers: Record<string, string> =
    base.status === 429 || base.status === 503
      ? { 'Retry-After': String(members.retryAfter ?? RETRY_AFTER_SECONDS) }
      : {}
  // The fixed members come last, so that details cannot override them.
  return { status: base.status, headers, body: { ...members, type: `/problems/${base.code}`, ...base } }
}

/**
 * The error as a Response for a loader or an action to throw: `throw respond(error, ctx.requestId)`.
 * Unexpected errors are rethrown unchanged, so that they are logged with their stack and shown as a 500.
 */
export function respond(error: unknown, requestId = ''): Response {
  if (error instanceof Response) return error
  const { status, headers, body } = toProblem(error, requestId)
  if (status === 500) throw error
  return Response.json(body, { status, headers })
}

function zodIssues(error: unknown): InputIssue[] | null {
  if (!(error instanceof Error) || !/^\$?ZodError$/.test(error.name) || !('issues' in error)) return null
  if (!Array.isArray(error.issues)) return null
  return error.issues.map((issue: { path: PropertyKey[]; message: string }) => ({
    at: issue.path.map(String).join('.'),
    message: issue.message,
  }))
}

/** An error that the file server or the router raised for a bad request, such as a range beyond the end of a file. */
function clientFault(error: unknown): HttpMeaning | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null
  const { status } = error
  if (!('expose' in error ? error.expose === true : error instanceof URIError)) return null
  return status >= 400 && status < 500 ? { status, title: 'The request is not valid' } : null
}

/** An error of the body parser, which has a type and a 4xx status. */
const UNREADABLE_BODY: HttpMeaning = { status: 400, title: 'The body cannot be read' }

function bodyRefusal(error: unknown): HttpMeaning | null {
  if (!(error instanceof Error)) return null
  // A zlib error: the body does not match its Content-Encoding.
  if ('code' in error && String(error.code).startsWith('Z_')) return UNREADABLE_BODY
  if (!('type' in error) || !('status' in error)) return null
  if (error.type === 'entity.too.large') return { status: 413, title: 'The body is too large' }
  if (typeof error.status === 'number' && error.status >= 400 && error.status < 500) {
    return { ...UNREADABLE_BODY, status: error.status }
  }
  return null
}
