import { v7 as uuidv7 } from 'uuid'
import { insertInvitation } from '#db/queries/invitations'
import { paths } from '~/paths'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { lockedAccount } from '../lock-account.server'
import { INVITATION_HOLDS_MS, newInvitationToken } from './invitation-token.server'
import { accountSchema } from '../schemas'

/**
 * Makes a link by which whoever has it joins the account, for thirty days. It is shown once.
 * @throws DomainError `not-found`
 */
export const makeInvitation = verb(
  { permission: 'accounts.manage', input: accountSchema, audit: ['account.invite'] },
  async ({ ctx, input: { account }, audit }): Promise<{ path: string }> => {
    const { token, tokenHash } = newInvitationToken()
    const createdAt = ctx.now()
    await ctx.db.transaction(async (tx) => {
      await lockedAccount(tx, account)
      await insertInvitation(tx, {
        ...{ id: uuidv7({ msecs: createdAt.getTime() }), accountId: account, tokenHash, createdAt },
        createdBy: auditActor(ctx.actor).actorName,
        expiresAt: new Date(createdAt.getTime() + INVITATION_HOLDS_MS),
      })
      await audit(tx, 'account.invite', { subject: account })
    })
    return { path: paths.join(token) }
  },
)
