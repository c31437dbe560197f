import { markInvitationRevoked as endInvitation } from '#db/queries/invitations'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { invitationSchema } from '../schemas'

/**
 * Ends an invitation. Who joined by it stays.
 * @throws DomainError `not-found` when there is none that holds
 */
export const revokeInvitation = verb(
  { permission: 'accounts.manage', input: invitationSchema, audit: ['account.revoke-invitation'] },
  async ({ ctx, input: { account, invitation }, audit }): Promise<void> => {
    await ctx.db.transaction(async (tx) => {
      const ended = await endInvitation(tx, { id: invitation, accountId: account, at: ctx.now() })
      if (!ended) throw new DomainError('not-found', 'There is no such invitation.')
      await audit(tx, 'account.revoke-invitation', { subject: account })
    })
  },
)
