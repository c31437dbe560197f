import { createHmac } from 'node:crypto'
import type { VisitorDataCounts } from '#db/queries/visitor-data'

/** The receipt of an erasure. It does not identify the visitor. */
export interface ErasureReceipt {
  id: string
  /** ISO instant. */
  at: string
  counts: VisitorDataCounts
  /** By which the center knows its own receipt, whatever is changed in it. */
  signature: string
}

/** Signs a receipt: HMAC-SHA256 in base64url over its id, time and counts, sorted by name. */
export function signReceipt(receipt: Omit<ErasureReceipt, 'signature'>, secret: string): string {
  const counts = Object.entries(receipt.counts).sort(([one], [other]) => (one < other ? -1 : 1))
  return createHmac('sha256', `receipt:${secret}`)
    .update(JSON.stringify([receipt.id, receipt.at, counts]))
    .digest('base64url')
}
