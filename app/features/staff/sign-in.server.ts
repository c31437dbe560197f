import { z } from 'zod'
import { findPersonByEmail } from '#db/queries/people'
import type { StaffRole } from '~/domain/access/permissions'
import { DomainError } from '~/domain/errors'
import { callAuth } from '~/platform/sign-in/auth-call'
import { trustedBrowserCookie } from '~/platform/sign-in/trusted-browser'
import { signInName } from '~/platform/sign-in/sign-in-name'
import { verb } from '~/platform/verb/verb'
import { noteFailure } from './note-failure.server'
import { refuseTooMany } from './refuse-too-many.server'
import { signInSchema } from './schemas'
import { takeTry } from './slow-guessing.server'

/**
 * Opens a session and returns the Set-Cookie values that carry it, and one by which the browser is known again. A wrong
 * password is recorded in the audit.
 * @throws DomainError `unauthenticated`, the same for an unknown address and a wrong password; `rate-limited` with
 * `retryAfter` in seconds.
 */
export const signIn = verb(
  {
    permission: 'anyone',
    input: signInSchema.extend({ headers: z.instanceof(Headers) }),
    audit: ['person.sign-in', 'person.sign-in-failed'],
  },
  async ({
    ctx,
    input: { password, headers, ...given },
    audit,
  }): Promise<{
    cookies: string[]
    roles: StaffRole[]
  }> => {
    const email = signInName(given.email)
    const takeBack = takeTry(ctx, email, headers)
    const response = await callAuth(ctx, { path: '/sign-in/email', headers, body: { email, password } })
    if (response.ok || response.status === 429) takeBack()
    refuseTooMany(response)
    const person = await findPersonByEmail(ctx.db, email)
    if (!response.ok) {
      await noteFailure(ctx, audit, {
        action: 'person.sign-in-failed',
        email,
        person,
        actor: { kind: 'public' },
      })
      throw new DomainError('unauthenticated', 'The address or the password is wrong.')
    }
    if (person) {
      await audit(ctx.db, 'person.sign-in', { subject: person.id, actor: { kind: 'staff', ...person } })
    }
    return {
      roles: person?.roles ?? [],
      cookies: [...response.headers.getSetCookie(), trustedBrowserCookie(email, ctx.env)],
    }
  },
)
