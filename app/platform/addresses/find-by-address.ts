import type { Executor } from '#db/client'
import { findClaim } from '#db/queries/contacts'
import { findTrialBefore } from '#db/queries/trials'

/** Whose an address is, and the trial that they began last, no later than a moment. */
export interface FoundByAddress {
  visitorId: string
  trialId: string | null
  /** They typed it and nobody verified it: whoever does takes what was found by it. */
  unverified: boolean
}

/**
 * The visitor who verified an address first; of one that nobody verified, the only visitor who typed it. Null when nobody
 * did, and when several did: that is for a person to decide. The caller holds the name of the address.
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
