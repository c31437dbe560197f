import { deleteDomain } from '#db/queries/accounts'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { domainSchema } from '../schemas'

/**
 * Takes a domain from an account. Who joined by it stays.
 * @throws DomainError `not-found` when it has no such domain
 */
export const removeDomain = verb(
  { permission: 'accounts.manage', input: domainSchema, audit: ['account.remove-domain'] },
  async ({ ctx, input: { account, domain }, audit }): Promise<void> => {
    await ctx.db.transaction(async (tx) => {
      if (!(await deleteDomain(tx, { domain, accountId: account }))) {
        throw new DomainError('not-found', 'The account has no such domain.')
      }
      await audit(tx, 'account.remove-domain', { subject: account, data: { note: domain } })
    })
  },
)
