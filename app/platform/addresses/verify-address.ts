import type { Executor } from '#db/client'
import { insertMember } from '#db/queries/account-members'
import { findAccountByDomain } from '#db/queries/accounts'
import { insertVerified } from '#db/queries/contacts'
import { lockNames } from '#db/queries/locks'
import { browserOf } from '../context/context'
import type { VisitorIdentity } from '../context/context'
import { isWorkDomain } from './email-domains'
import { addressName } from './address-name'
import { clearRepeatedAddress } from './address-signals'
import { rematchReports } from './rematch-reports'

/**
 * Records that this browser verified the address. The first visitor to verify it permanently gets what was reported for
 * it, and joins the account that has its domain.
 */
export async function verifyAddress(
  tx: Executor,
  { visitor, address, at }: { visitor: VisitorIdentity; address: VerifiedAddress; at: Date },
): Promise<void> {
  const { emailHash, domain } = address
  await lockNames(tx, [addressName(emailHash)])
  await insertVerified(tx, {
    ...{ visitorId: visitor.id, browserId: browserOf(visitor), emailHash, domain },
    ...{ at, verifiedAt: at },
  })
  await rematchReports(tx, emailHash)
  await clearRepeatedAddress(tx, visitor.id)
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
  await lockDomain(tx, domain)
  const accountId = await findAccountByDomain(tx, domain)
  if (accountId) await insertMember(tx, { visitorId, accountId, joinedBy: 'domain', joinedAt: at })
}

/**
 * Lock a domain before verifying an address of it or assigning it to an account, so that neither misses the other. Take
 * it before the account's lock.
 */
export async function lockDomain(tx: Executor, domain: string): Promise<void> {
  await lockNames(tx, [`domain:${domain}`])
}
