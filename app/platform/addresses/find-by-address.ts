import type { Executor } from '#db/client'
import { findClaim } from '#db/queries/contacts'
import { findTrialBefore } from '#db/queries/trials'

/** The visitor an address belongs to, and their latest trial that started no later than a given time. */
export interface FoundByAddress {
  visitorId: string
  trialId: string | null
  /** They typed it and nobody verified it: whoever does takes what was found by it. */
  unverified: boolean
}

/**
 * The first visitor who verified the address; for an unverified one, the only visitor who typed it. Null when nobody or
 * several did: then a person decides. The caller holds the lock of the address.
 */
export async function findByAddress(
  tx: Executor,
  emailHash: string,
  at: Date,
): Promise<FoundByAddress | null> {
  const { owner, typedBy } = await findClaim(tx, emailHash)
  const [only, ...others] = typedBy
  const visitorId = owner ?? (others.length === 0 ? only : undefined)
  if (visitorId === undefined) return null
  const trial = await findTrialBefore(tx, visitorId, at)
  return { visitorId, trialId: trial?.id ?? null, unverified: owner === null }
}
