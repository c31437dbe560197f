import type { z } from 'zod'
import type { Executor } from '#db/client'
import { adoptByDomain } from '#db/queries/account-members'
import { insertDomain } from '#db/queries/accounts'
import { DomainError } from '~/domain/errors'
import { permit } from '~/platform/context/context'
import type { Context, VerbArgs } from '~/platform/context/context'
import { holdDomain } from '~/platform/addresses/verify-address'
import { domainOf, isWorkDomain } from '~/platform/addresses/email-domains'
import { parseInput } from '~/platform/http/parse-input'
import { heldAccount, tellAccount } from './account-of.server'
import { domainSchema } from './schemas'

/**
 * Gives an account a domain of work e-mail. Who verified an address of it before joins now, who verifies one
 * later joins then.
 *
 * @throws DomainError `unauthenticated` or `forbidden` without `accounts.manage`; `not-found`; `invalid-input` for what is
 *   no domain, and for one of free mail or of throw-away addresses; `conflict` when it is another account's
 */
export async function addDomain({ ctx, input }: VerbArgs<z.input<typeof domainSchema>>): Promise<number> {
  permit(ctx, 'accounts.manage')
  const wish = parseInput(domainSchema, input)
  const domain = workDomain(wish.domain)
  return ctx.db.transaction(async (tx) => {
    await holdDomain(tx, domain)
    await heldAccount(tx, wish.account)
    return giveDomain(tx, ctx, wish.account, domain)
  })
}

/** The domain that was written, as it is kept. @throws DomainError `invalid-input` unless it tells a company */
export function workDomain(written: string): string {
  const domain = domainOf(written)
  if (domain === null) throw refusal('Write a domain as alder.example.')
  if (!isWorkDomain(domain)) throw refusal('Anybody can have an address there: it tells no company.')
  return domain
}

/** The same in the caller's transaction, which holds the domain. Gives the number of visitors who joined. */
export async function giveDomain(
  tx: Executor,
  ctx: Context,
  accountId: string,
  domain: string,
): Promise<number> {
  const at = ctx.now()
  if (!(await insertDomain(tx, { domain, accountId, addedAt: at }))) {
    throw new DomainError('conflict', 'This domain belongs to an account already.', { at: 'domain' })
  }
  const joined = await adoptByDomain(tx, { domain, accountId, at })
  await tellAccount(tx, ctx, 'add-domain', { id: accountId, joined, note: domain })
  return joined
}

function refusal(message: string): DomainError {
  return new DomainError('invalid-input', message, { issues: [{ at: 'domain', message }] })
}
