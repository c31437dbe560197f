import type { z } from 'zod'
import type { Executor } from '#db/client'
import { adoptByDomain } from '#db/queries/account-members'
import { insertDomain } from '#db/queries/accounts'
import { DomainError } from '~/domain/errors'
import { permit } from '~/server/context'
import type { Context, VerbArgs } from '~/server/context'
import { domainOf, isWorkDomain } from '~/server/email-domains'
import { parseInput } from '~/server/parse-input'
import { heldAccount, tellAccount } from './account-of.server'
import { domainSchema } from './schemas'

/**
 * Gives an account a domain of work e-mail. Who gave an address of it before joins now, who gives one later joins then.
 *
 * @throws DomainError `unauthenticated` or `forbidden` without `accounts.manage`; `not-found`; `invalid-input` for what is
 *   no domain, and for one of free mail or of throw-away addresses; `conflict` when it is another account's
 */
export async function addDomain({ ctx, input }: VerbArgs<z.input<typeof domainSchema>>): Promise<number> {
  permit(ctx, 'accounts.manage')
  const wish = parseInput(domainSchema, input)
  return ctx.db.transaction(async (tx) => {
    await heldAccount(tx, wish.account)
    return giveDomain(tx, ctx, wish.account, wish.domain)
  })
}

/** The same in the caller's transaction. Gives the number of visitors who joined. */
export async function giveDomain(
  tx: Executor,
  ctx: Context,
  accountId: string,
  written: string,
): Promise<number> {
  const domain = domainOf(written)
  if (domain === null) throw refusal('Write a domain as alder.example.')
  if (!isWorkDomain(domain)) throw refusal('Anybody can have an address there: it tells no company.')
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
