import { putMember } from '#db/queries/account-members'
import { countUse } from '#db/queries/invitations'
import { insertVisitor } from '#db/queries/visitors'
import { verb } from '~/platform/verb/verb'
import { invitationLinkSchema, openInvitation } from './open-invitation.server'

/**
 * This browser joins the account of an invitation, and leaves the one it was in.
 * @throws DomainError `not-found` as `readInvitation`
 */
export const joinAccount = verb(
  { permission: 'visitor', input: invitationLinkSchema },
  async ({ ctx, input: { token } }): Promise<{ account: string }> => {
    const { visitor } = ctx
    const at = ctx.now()
    return ctx.db.transaction(async (tx) => {
      const { id, accountId, account } = await openInvitation(tx, token, at)
      const consent = visitor.persistent ? 'granted' : 'unset'
      await insertVisitor(tx, { visitorId: visitor.id, firstSeenAt: at, consent })
      await putMember(tx, { visitorId: visitor.id, accountId, joinedBy: 'invitation', joinedAt: at })
      await countUse(tx, id)
      return { account }
    })
  },
)
