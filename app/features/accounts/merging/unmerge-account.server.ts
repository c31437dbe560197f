import { setMergedInto } from '#db/queries/accounts'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { lockedAccount } from '../lock-account.server'
import { accountSchema } from '../schemas'

/**
 * Takes a merge back: the account stands by itself again, with the members and domains that are its own.
 * @throws DomainError `not-found`; `conflict` unless it is merged
 */
export const unmergeAccount = verb(
  { permission: 'accounts.manage', input: accountSchema, audit: ['account.unmerge'] },
  async ({ ctx, input: { account }, audit }): Promise<void> => {
    await ctx.db.transaction(async (tx) => {
      const held = await lockedAccount(tx, account)
      if (held.mergedInto === null) throw new DomainError('conflict', 'This account stands by itself.')
      await setMergedInto(tx, account, null)
      await audit(tx, 'account.unmerge', {
        subject: account,
        data: { parent: held.mergedInto, note: held.name },
      })
    })
  },
)
