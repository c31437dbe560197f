import { DomainError } from '~/domain/errors'

/** Throws `rate-limited`, with `retryAfter` in seconds, for an answer of sign-in that says so. */
export function refuseTooMany(response: Response): void {
  if (response.status !== 429) return
  const retryAfter = Number(response.headers.get('x-retry-after') ?? 60)
  throw new DomainError('rate-limited', 'Too many tries.', { retryAfter })
}
