import { z } from 'zod'
import { DomainError } from '~/domain/errors'
import { callAuth } from '~/platform/sign-in/auth-call'
import { verb } from '~/platform/verb/verb'
import { noteFailure } from './note-failure.server'
import { refuseTooMany } from './refuse-too-many.server'
import { changePasswordSchema } from './schemas'

/**
 * Sets a new password and ends every session of the person, on all devices; the Set-Cookie values returned carry a
 * fresh one for this browser.
 * @throws DomainError `forbidden` when the current password is wrong; `rate-limited` with `retryAfter` in seconds.
 */
export const changePassword = verb(
  {
    permission: 'signed-in',
    input: changePasswordSchema.safeExtend({ headers: z.instanceof(Headers) }),
    audit: ['person.change-password', 'person.change-password-failed'],
  },
  async ({
    ctx,
    input: { currentPassword, newPassword, headers },
    audit,
  }): Promise<{ cookies: string[] }> => {
    const { actor } = ctx
    const body = { currentPassword, newPassword, revokeOtherSessions: true }
    const response = await callAuth(ctx, { path: '/change-password', headers, body })
    refuseTooMany(response)
    if (!response.ok) {
      const { email } = actor
      await noteFailure(ctx, audit, { action: 'person.change-password-failed', email, person: actor, actor })
      throw new DomainError('forbidden', 'The current password is wrong.')
    }
    await audit(ctx.db, 'person.change-password', { subject: actor.id })
    return { cookies: response.headers.getSetCookie() }
  },
)
