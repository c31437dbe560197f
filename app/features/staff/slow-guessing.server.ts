import { DomainError } from '~/domain/errors'
import type { Context } from '~/platform/context/context'
import { emailHash } from '~/platform/addresses/email-hash'
import { readTrustedBrowser } from '~/platform/sign-in/trusted-browser'

/**
 * Counts one attempt to sign in with an address, known or not. The returned function takes it back: for attempts that
 * were no wrong guess.
 * @throws DomainError `rate-limited` with `retryAfter` in seconds
 */
export function takeTry(
  { env, signInLimits, now }: Pick<Context, 'env' | 'signInLimits' | 'now'>,
  email: string,
  headers: Headers,
): () => void {
  const browser = readTrustedBrowser(headers, email, env)
  const counter = browser === null ? signInLimits.strangers : signInLimits.trustedBrowsers
  const key = browser ?? emailHash(email)
  const waitMs = counter.take(key, now())
  if (waitMs === null) return () => counter.giveBack(key)
  throw new DomainError('rate-limited', 'Too many tries.', { retryAfter: Math.ceil(waitMs / 1000) })
}
