import { z } from 'zod'
import type { Executor } from '#db/client'
import { findInvitation } from '#db/queries/invitations'
import { DomainError } from '~/domain/errors'
import { hashInvitationToken } from './invitation-token.server'

/** What the link of an invitation brings: any text at all, of which only the hash is looked for. */
export const invitationLinkSchema = z.object({ token: z.string().transform(hashInvitationToken) })

/** The invitation that a link opens. @throws DomainError `not-found` for one that is unknown, revoked or too old */
export async function openInvitation(db: Executor, tokenHash: string, now: Date) {
  const found = await findInvitation(db, tokenHash, now)
  if (found) return found
  throw new DomainError('not-found', 'This invitation is not valid any more.')
}
