import { deleteAccount, listMergedInto } from '#db/queries/accounts'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { lockedAccount } from './lock-account.server'
import { accountSchema } from './schemas'

/**
 * Deletes an account with its domains, invitations and memberships; its visitors and their trials stay. For good.
 * @throws DomainError `not-found`; `conflict` while another
 *   account is merged into it
 */
export const removeAccount = verb(
  { permission: 'accounts.manage', input: accountSchema, audit: ['account.remove'] },
  async ({ ctx, input: { account }, audit }): Promise<void> => {
    await ctx.db.transaction(async (tx) => {
      const { name } = await lockedAccount(tx, account)
      if ((await listMergedInto(tx, account)).length > 0) {
        throw new DomainError('conflict', 'Other accounts are merged into this one: take that back first.')
      }
      await deleteAccount(tx, account)
      await audit(tx, 'account.remove', { subject: account, data: { note: name } })
    })
  },
)
