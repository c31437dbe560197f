import type { Executor } from '#db/client'
import { listHashesOf } from '#db/queries/contacts'
import {
  deleteConversion,
  insertConversion,
  lockFoundByEmail,
  lockUnverifiedByEmail,
} from '#db/queries/conversions'
import type { ConversionRow } from '#db/queries/conversions'
import { holdNames } from '#db/queries/locks'
import { deleteUnmatched, insertUnmatched, lockUnmatchedByEmail } from '#db/queries/unmatched-conversions'
import type { UnmatchedRow } from '#db/queries/unmatched-conversions'
import type { MatchedBy } from '#db/schema/conversion'
import { addressName } from './address-name'
import { findByAddress } from './find-by-address'

/** Whose conversion it is, which trial it is credited to, and how that was found. */
export interface Subject {
  visitorId: string
  trialId: string | null
  matchedBy: MatchedBy
  unverified: boolean
}

/** Makes an unmatched conversion one of the visitor who was found. */
export async function giveToVisitor(tx: Executor, unmatched: UnmatchedRow, subject: Subject): Promise<void> {
  const { sought: _sought, ...row } = unmatched
  await deleteUnmatched(tx, unmatched.id)
  await insertConversion(tx, { ...row, ...subject })
}

/** Makes a conversion one of nobody known again. */
export async function takeFromVisitor(tx: Executor, kept: ConversionRow, sought: MatchedBy[]): Promise<void> {
  const { visitorId, trialId: _trial, matchedBy: _matchedBy, unverified: _unverified, ...row } = kept
  await deleteConversion(tx, { visitorId, id: kept.id })
  await insertUnmatched(tx, { ...row, sought })
}

/**
 * Gives what other systems told of an address to whom the address is: for good to who verified it, be it that somebody else
 * had it without; else to the only one who typed it; and to nobody when several did. The caller holds the name of the
 * address.
 */
export async function settleReports(tx: Executor, emailHash: string): Promise<void> {
  for (const unmatched of await lockUnmatchedByEmail(tx, emailHash)) {
    const found = await findByAddress(tx, emailHash, unmatched.at)
    if (found) await giveToVisitor(tx, unmatched, { ...found, matchedBy: 'email' })
  }
  for (const kept of await lockUnverifiedByEmail(tx, emailHash)) {
    const found = await findByAddress(tx, emailHash, kept.at)
    if (!found) await takeFromVisitor(tx, kept, ['email'])
    else if (!found.unverified) {
      await deleteConversion(tx, kept)
      await insertConversion(tx, { ...kept, ...found, matchedBy: 'email' })
    }
  }
}

/**
 * Before visitors go: what was found by an address stays, and waits for whoever has it, but for addresses that were
 * verified by whoever lets them go.
 */
export async function keepReportsOfOthers(
  tx: Executor,
  visitorIds: readonly string[],
  verified: readonly string[] = [],
): Promise<void> {
  for (const kept of await lockFoundByEmail(tx, visitorIds)) {
    const isTheirs = !kept.unverified && verified.includes(kept.emailHash ?? '')
    if (!isTheirs) await takeFromVisitor(tx, kept, ['email'])
  }
}

/** Holds the names of all addresses of visitors: before their rows are held, as everybody does who types or verifies one. */
export async function holdAddressesOf(tx: Executor, visitorIds: readonly string[]): Promise<string[]> {
  const hashes = await listHashesOf(tx, visitorIds)
  await holdNames(tx, hashes.map(addressName))
  return hashes
}
