import type { Executor } from '#db/client'
import { insertMember } from '#db/queries/account-members'
import { findAccountByDomain } from '#db/queries/accounts'
import { insertVerified } from '#db/queries/contacts'
import { holdNames } from '#db/queries/locks'
import { browserOf } from '../context/context'
import type { VisitorIdentity } from '../context/context'
import { isWorkDomain } from './email-domains'
import { addressName } from './address-name'
import { clearRepeated } from './judge-by-address'
import { settleReports } from './settle-reports'

/**
 * The address is this browser's: who verifies it first gets for good what was told of it, and one of work whose domain is an
 * account's joins that account.
 */
export async function verifyAddress(
  tx: Executor,
  { visitor, address, at }: { visitor: VisitorIdentity; address: VerifiedAddress; at: Date },
): Promise<void> {
  const { emailHash, domain } = address
  await holdNames(tx, [addressName(emailHash)])
  await insertVerified(tx, {
    ...{ visitorId: visitor.id, browserId: browserOf(visitor), emailHash, domain },
    ...{ at, verifiedAt: at },
  })
  await settleReports(tx, emailHash)
  await clearRepeated(tx, visitor.id)
  if (domain !== null) await joinByDomain(tx, { visitorId: visitor.id, domain, at })
}

export interface VerifiedAddress {
  emailHash: string
  domain: string | null
}

async function joinByDomain(
  tx: Executor,
  { visitorId, domain, at }: { visitorId: string; domain: string; at: Date },
): Promise<void> {
  if (!isWorkDomain(domain)) return
  await holdDomain(tx, domain)
  const accountId = await findAccountByDomain(tx, domain)
  if (accountId) await insertMember(tx, { visitorId, accountId, joinedBy: 'domain', joinedAt: at })
}

/**
 * Held by whoever verifies an address of a domain and by whoever gives the domain to an account, so that neither misses the
 * other. Hold it before the account.
 */
export async function holdDomain(tx: Executor, domain: string): Promise<void> {
  await holdNames(tx, [`domain:${domain}`])
}
