import { setMergedInto } from '#db/queries/accounts'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { lockedAccount } from '../lock-account.server'
import { mergeSchema } from '../schemas'

/**
 * Makes an account count as another. Its members and domains stay with it, so that the merge can be taken back as it was.
 *
 * @throws DomainError `not-found`; `conflict` for one that is
 *   merged already, and for one merged into itself or into one that is merged itself
 */
export const mergeAccounts = verb(
  { permission: 'accounts.manage', input: mergeSchema, audit: ['account.merge'] },
  async ({ ctx, input: { account, into }, audit }): Promise<void> => {
    if (account === into) throw new DomainError('conflict', 'An account cannot be merged into itself.')
    await ctx.db.transaction(async (tx) => {
      const [first = account, second = into] = [account, into].sort()
      const held = [await lockedAccount(tx, first), await lockedAccount(tx, second)]
      // Only accounts that stand by themselves take part, so that no circle can come about.
      if (held.some(({ mergedInto }) => mergedInto !== null)) {
        throw new DomainError('conflict', 'One of them is merged into another account already.')
      }
      await setMergedInto(tx, account, into)
      const name = (id: string) => held.find((one) => one.id === id)?.name
      const note = `${name(account)} → ${name(into)}`
      await audit(tx, 'account.merge', { subject: account, data: { into, note } })
    })
  },
)
