import { v7 as uuidv7 } from 'uuid'
import { insertAccount, moveMembers } from '#db/queries/accounts'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { lockedAccount } from '../lock-account.server'
import { splitSchema } from '../schemas'

/**
 * Makes a new account of some members of another. Merging the new one into the old one takes it back.
 * @throws DomainError `not-found` for an unknown account, and
 *   when none of the visitors is in it
 */
export const splitAccount = verb(
  { permission: 'accounts.manage', input: splitSchema, audit: ['account.split'] },
  async ({ ctx, input: { account, visitors, name }, audit }): Promise<{ id: string }> => {
    const at = ctx.now()
    const id = uuidv7({ msecs: at.getTime() })
    await ctx.db.transaction(async (tx) => {
      await lockedAccount(tx, account)
      await insertAccount(tx, { id, name, createdAt: at, createdBy: auditActor(ctx.actor).actorName })
      const moved = await moveMembers(tx, { from: account, to: id, visitorIds: visitors, at })
      if (moved === 0) throw new DomainError('not-found', 'None of them is in this account.')
      await audit(tx, 'account.split', { subject: account, data: { into: id, moved, note: name } })
    })
    return { id }
  },
)
