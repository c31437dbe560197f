import type { z } from 'zod'
import { deleteDomain } from '#db/queries/accounts'
import { DomainError } from '~/domain/errors'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { tellAccount } from './account-of.server'
import { domainSchema } from './schemas'

/**
 * Takes a domain from an account. Who joined by it stays.
 * @throws DomainError `unauthenticated` or `forbidden` without `accounts.manage`; `not-found` when it has no such domain
 */
export async function removeDomain({ ctx, input }: VerbArgs<z.input<typeof domainSchema>>): Promise<void> {
  permit(ctx, 'accounts.manage')
  const { account, domain } = parseInput(domainSchema, input)
  await ctx.db.transaction(async (tx) => {
    if (!(await deleteDomain(tx, { domain, accountId: account }))) {
      throw new DomainError('not-found', 'The account has no such domain.')
    }
    await tellAccount(tx, ctx, 'remove-domain', { id: account, note: domain })
  })
}
