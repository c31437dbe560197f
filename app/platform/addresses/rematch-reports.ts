import type { Executor } from '#db/client'
import { listHashesOf } from '#db/queries/contacts'
import {
  deleteConversion,
  insertConversion,
  lockFoundByEmail,
  lockUnverifiedByEmail,
} from '#db/queries/conversions'
import type { ConversionRow } from '#db/queries/conversions'
import { lockNames } from '#db/queries/locks'
import { deleteUnmatched, insertUnmatched, lockUnmatchedByEmail } from '#db/queries/unmatched-conversions'
import type { UnmatchedRow } from '#db/queries/unmatched-conversions'
import type { MatchedBy } from '#db/schema/conversion'
import { addressName } from './address-name'
import { findByAddress } from './find-by-address'

/** The visitor a conversion belongs to, the trial it is credited to, and how the match was made. */
export interface Subject {
  visitorId: string
  trialId: string | null
  matchedBy: MatchedBy
  unverified: boolean
}

/** Matches an unmatched conversion to a visitor. */
export async function assignToVisitor(
  tx: Executor,
  unmatched: UnmatchedRow,
  subject: Subject,
): Promise<void> {
  const { sought: _sought, ...row } = unmatched
  await deleteUnmatched(tx, unmatched.id)
  await insertConversion(tx, { ...row, ...subject })
}

/** Makes a conversion unmatched again. */
export async function unassignFromVisitor(
  tx: Executor,
  kept: ConversionRow,
  sought: MatchedBy[],
): Promise<void> {
  const { visitorId, trialId: _trial, matchedBy: _matchedBy, unverified: _unverified, ...row } = kept
  await deleteConversion(tx, { visitorId, id: kept.id })
  await insertUnmatched(tx, { ...row, sought })
}

/**
 * Matches what other systems reported for an address: permanently to the visitor who verified it, even if it was
 * matched to another; otherwise to the only visitor who typed it; to nobody when several did. The caller holds the lock
 * of the address.
 */
export async function rematchReports(tx: Executor, emailHash: string): Promise<void> {
  for (const unmatched of await lockUnmatchedByEmail(tx, emailHash)) {
    const found = await findByAddress(tx, emailHash, unmatched.at)
    if (found) await assignToVisitor(tx, unmatched, { ...found, matchedBy: 'email' })
  }
  for (const kept of await lockUnverifiedByEmail(tx, emailHash)) {
    const found = await findByAddress(tx, emailHash, kept.at)
    if (!found) await unassignFromVisitor(tx, kept, ['email'])
    else if (!found.unverified) {
      await deleteConversion(tx, kept)
      await insertConversion(tx, { ...kept, ...found, matchedBy: 'email' })
    }
  }
}

/**
 * Before visitors are deleted: conversions found by an address become unmatched again, except for addresses that these
 * visitors verified.
 */
export async function keepReportsOfOthers(
  tx: Executor,
  visitorIds: readonly string[],
  verified: readonly string[] = [],
): Promise<void> {
  for (const kept of await lockFoundByEmail(tx, visitorIds)) {
    const isTheirs = !kept.unverified && verified.includes(kept.emailHash ?? '')
    if (!isTheirs) await unassignFromVisitor(tx, kept, ['email'])
  }
}

/**
 * Takes the locks of all addresses of the visitors, before their rows are locked: the same order as when typing or
 * verifying.
 */
export async function lockAddressesOf(tx: Executor, visitorIds: readonly string[]): Promise<string[]> {
  const hashes = await listHashesOf(tx, visitorIds)
  await lockNames(tx, hashes.map(addressName))
  return hashes
}
