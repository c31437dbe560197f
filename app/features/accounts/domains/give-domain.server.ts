import type { Executor } from '#db/client'
import { adoptByDomain } from '#db/queries/account-members'
import { insertDomain } from '#db/queries/accounts'
import { DomainError } from '~/domain/errors'
import { domainOf, isWorkDomain } from '~/platform/addresses/email-domains'
import type { Audit } from '~/platform/audit/record-audit'

/** The domain that was written, as it is kept. @throws DomainError `invalid-input` unless it belongs to a company */
export function workDomain(written: string): string {
  const domain = domainOf(written)
  if (domain === null) throw refusal('Write a domain as alder.example.')
  if (!isWorkDomain(domain)) throw refusal('Anybody can have an address there: it tells no company.')
  return domain
}

/**
 * Gives an account a domain in the caller's transaction, which holds the domain. Gives the number of visitors who joined.
 * @throws DomainError `conflict` when it is another account's
 */
export async function giveDomain(
  tx: Executor,
  audit: Audit<'account.add-domain'>,
  given: { domain: string; accountId: string; at: Date },
): Promise<number> {
  const { domain, accountId, at } = given
  if (!(await insertDomain(tx, { domain, accountId, addedAt: at }))) {
    throw new DomainError('conflict', 'This domain belongs to an account already.', { at: 'domain' })
  }
  const joined = await adoptByDomain(tx, { domain, accountId, at })
  await audit(tx, 'account.add-domain', { subject: accountId, data: { joined, note: domain } })
  return joined
}

function refusal(message: string): DomainError {
  return new DomainError('invalid-input', message, { issues: [{ at: 'domain', message }] })
}
