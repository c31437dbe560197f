import { createHmac } from 'node:crypto'
import { insertAuditEntry } from '#db/queries/audit'
import type { PersonRow } from '#db/queries/people'
import type { Context } from '~/platform/context/context'
import { addressOfSignIn } from '~/platform/sign-in/sign-in-name'

/** A wrong password, given for a person of the company or for an address that is nobody's. */
export interface Failure {
  action: 'person.sign-in-failed' | 'person.change-password-failed'
  email: string
  person: Pick<PersonRow, 'id' | 'name' | 'email'> | null
  /** Who is signed in while it happens. */
  actor: { id: string; name: string } | null
}

/**
 * Tells the audit of a wrong password, at most so often an hour. What was typed is never kept: of an address that is
 * nobody's only a keyed hash, by which entries about the same one can be told.
 */
export async function noteFailure(ctx: Context, { action, email, person, actor }: Failure): Promise<void> {
  const subjectId = person?.id ?? `unknown:${nameOf(email, ctx.env.secret)}`
  const at = ctx.now()
  if (ctx.signInLimits.notes.take(subjectId, at) !== null) return
  if (ctx.signInLimits.allNotes.take('all', at) !== null) {
    ctx.log.warn({ action }, 'More failed sign-ins than the audit takes in an hour')
    return
  }
  await insertAuditEntry(ctx.db, {
    at,
    actorId: actor?.id ?? null,
    actorName: actor?.name ?? 'visitor',
    action,
    subjectKind: 'person',
    subjectId,
    data: person ? { note: addressOfSignIn(person.email) } : {},
  })
}

const nameOf = (email: string, secret: string): string =>
  createHmac('sha256', `failed-sign-in:${secret}`).update(email).digest('base64url').slice(0, 12)
