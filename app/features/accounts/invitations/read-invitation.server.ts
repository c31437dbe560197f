import { verb } from '~/platform/verb/verb'
import { invitationLinkSchema, openInvitation } from './open-invitation.server'

/** What an invitation is to. @throws DomainError `not-found` for one that is unknown, revoked or too old */
export const readInvitation = verb(
  { permission: 'anyone', input: invitationLinkSchema },
  async ({ ctx, input: { token } }): Promise<{ account: string }> => {
    const { account } = await openInvitation(ctx.db, token, ctx.now())
    return { account }
  },
)
