import { createHmac } from 'node:crypto'
import type { PersonRow } from '#db/queries/people'
import type { Audit } from '~/platform/audit/record-audit'
import type { Actor, Context } from '~/platform/context/context'
import { addressOfSignIn } from '~/platform/sign-in/sign-in-name'

type FailedAction = 'person.sign-in-failed' | 'person.change-password-failed'

/** A wrong password, for a member of staff or for an unknown address. */
export interface Failure {
  action: FailedAction
  email: string
  person: Pick<PersonRow, 'id' | 'name' | 'email'> | null
  /** The person whose address was given, if known. */
  actor: Actor
}

/**
 * Records a wrong password, at most so often an hour. What was typed is never kept: of an address that is
 * nobody's only a keyed hash, by which entries about the same one are known.
 */
export async function noteFailure<Action extends FailedAction>(
  ctx: Context,
  audit: Audit<Action>,
  { action, email, person, actor }: Failure & { action: Action },
): Promise<void> {
  const subjectId = person?.id ?? `unknown:${nameOf(email, ctx.env.secret)}`
  const at = ctx.now()
  if (ctx.signInLimits.notes.take(subjectId, at) !== null) return
  if (ctx.signInLimits.allNotes.take('all', at) !== null) {
    ctx.log.warn({ action }, 'More failed sign-ins than the audit takes in an hour')
    return
  }
  const data = person ? { note: addressOfSignIn(person.email) } : {}
  await audit(ctx.db, action, { subject: subjectId, actor, at, data })
}

const nameOf = (email: string, secret: string): string =>
  createHmac('sha256', `failed-sign-in:${secret}`).update(email).digest('base64url').slice(0, 12)
