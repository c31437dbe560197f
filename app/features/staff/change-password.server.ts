import type { z } from 'zod'
import { insertAuditEntry } from '#db/queries/audit'
import { DomainError } from '~/domain/errors'
import { callAuth } from '~/platform/sign-in/auth-call'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { noteFailure } from './note-failure.server'
import { refuseTooMany } from './refuse-too-many.server'
import { changePasswordSchema } from './schemas'

/**
 * Sets a new password and ends every session of the person, on all devices; the Set-Cookie values returned carry a
 * fresh one for this browser.
 * @throws DomainError `forbidden` when the current password is wrong; `rate-limited` with `retryAfter` in seconds.
 */
export async function changePassword({
  ctx,
  input,
  headers,
}: VerbArgs<z.input<typeof changePasswordSchema>> & { headers: Headers }): Promise<{ cookies: string[] }> {
  const { actor } = ctx
  if (actor.kind !== 'staff') throw new DomainError('unauthenticated', 'Sign in to do this.')
  const { currentPassword, newPassword } = parseInput(changePasswordSchema, input)
  const body = { currentPassword, newPassword, revokeOtherSessions: true }
  const response = await callAuth(ctx, { path: '/change-password', headers, body })
  refuseTooMany(response)
  if (!response.ok) {
    const { email } = actor
    await noteFailure(ctx, { action: 'person.change-password-failed', email, person: actor, actor })
    throw new DomainError('forbidden', 'The current password is wrong.')
  }
  await insertAuditEntry(ctx.db, {
    at: ctx.now(),
    actorId: actor.id,
    actorName: actor.name,
    action: 'person.change-password',
    subjectKind: 'person',
    subjectId: actor.id,
  })
  return { cookies: response.headers.getSetCookie() }
}
