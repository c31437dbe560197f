import { lockDomain } from '~/platform/addresses/verify-address'
import { verb } from '~/platform/verb/verb'
import { giveDomain, workDomain } from './give-domain.server'
import { lockedAccount } from '../lock-account.server'
import { domainSchema } from '../schemas'

/**
 * Gives an account a domain of work email. Visitors who verified an address of it before join at once, later ones when
 * they verify theirs. Gives the number of those who joined at once.
 *
 * @throws DomainError `not-found`; `invalid-input` for what is no domain, and for one of free mail or of throw-away
 *   addresses; `conflict` when it is another account's
 */
export const addDomain = verb(
  { permission: 'accounts.manage', input: domainSchema, audit: ['account.add-domain'] },
  async ({ ctx, input: { account, domain: written }, audit }): Promise<number> => {
    const domain = workDomain(written)
    return ctx.db.transaction(async (tx) => {
      await lockDomain(tx, domain)
      await lockedAccount(tx, account)
      return giveDomain(tx, audit, { domain, accountId: account, at: ctx.now() })
    })
  },
)
