import type { Executor } from '#db/client'
import { insertMember } from '#db/queries/account-members'
import { findAccountByDomain } from '#db/queries/accounts'
import { listAddressesOf, wasGivenBefore } from '#db/queries/given-addresses'
import { addSignals } from '#db/queries/judged-trials'
import { holdNames } from '#db/queries/locks'
import type { SignalName } from '~/domain/trial/signals'
import { domainOf, isDisposable, isWorkDomain } from './email-domains'

/**
 * What follows from an address that a visitor gave, in the transaction that keeps it: an address of work whose domain is an
 * account's joins them to it, never one of free mail; and their trials are judged by it.
 */
export async function contactGiven(
  tx: Executor,
  { visitorId, email, at }: { visitorId: string; email: string; at: Date },
): Promise<void> {
  const domain = domainOf(email)
  const accountId = domain && isWorkDomain(domain) ? await accountOfDomain(tx, domain) : null
  if (accountId) await insertMember(tx, { visitorId, accountId, joinedBy: 'domain', joinedAt: at })
  await addSignals(tx, visitorId, await signalsOfVisitor(tx, visitorId), at)
}

async function accountOfDomain(tx: Executor, domain: string): Promise<string | null> {
  await holdDomain(tx, domain)
  return findAccountByDomain(tx, domain)
}

/**
 * Held by whoever gives an address of a domain and by whoever gives the domain to an account, so that neither misses the
 * other. Hold it before the account.
 */
export async function holdDomain(tx: Executor, domain: string): Promise<void> {
  await holdNames(tx, [`domain:${domain}`])
}

/** What is known against a visitor by the addresses that they gave, for the trials that they begin. */
export async function signalsOfVisitor(tx: Executor, visitorId: string): Promise<SignalName[]> {
  const addresses = await listAddressesOf(tx, visitorId)
  if (addresses.length === 0) return []
  const signals: [SignalName, boolean][] = [
    ['repeated-address', await wasGivenBefore(tx, visitorId)],
    ['disposable-address', addresses.some((address) => isDisposable(domainOf(address) ?? ''))],
  ]
  return signals.filter(([, holds]) => holds).map(([name]) => name)
}
