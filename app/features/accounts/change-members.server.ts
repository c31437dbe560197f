import { setRemoved } from '#db/queries/accounts'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { membersSchema } from './schemas'

/**
 * Takes visitors out of an account, or puts them back. Who was taken out does not join again by domain.
 * @throws DomainError `not-found` when none of them is in it
 */
export const changeMembers = verb(
  {
    permission: 'accounts.manage',
    input: membersSchema,
    audit: ['account.remove-members', 'account.put-back'],
  },
  async ({ ctx, input: { account, visitors, removed }, audit }): Promise<void> => {
    await ctx.db.transaction(async (tx) => {
      const at = removed ? ctx.now() : null
      const changed = await setRemoved(tx, { accountId: account, visitorIds: visitors, at })
      if (changed === 0) throw new DomainError('not-found', 'None of them is in this account.')
      const action = removed ? 'account.remove-members' : 'account.put-back'
      await audit(tx, action, { subject: account, data: { visitors: changed } })
    })
  },
)
