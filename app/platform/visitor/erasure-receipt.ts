import { createHmac } from 'node:crypto'
import type { HeldCounts } from '#db/queries/held-tables'

/** What a visitor keeps in hand after an erasure: nothing of it tells who they were. */
export interface ErasureReceipt {
  id: string
  /** ISO instant. */
  at: string
  counts: HeldCounts
  /** By which the center knows its own receipt, whatever is changed in it. */
  signature: string
}

/** Signs a receipt: HMAC-SHA256, base64url, over its id, moment and counts in the order of their names. */
export function signReceipt(receipt: Omit<ErasureReceipt, 'signature'>, secret: string): string {
  const counts = Object.entries(receipt.counts).sort(([one], [other]) => (one < other ? -1 : 1))
  return createHmac('sha256', `receipt:${secret}`)
    .update(JSON.stringify([receipt.id, receipt.at, counts]))
    .digest('base64url')
}
