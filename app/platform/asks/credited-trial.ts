import type { Executor } from '#db/client'
import { findLatestTrial, findTrial } from '#db/queries/trials'

/** The named trial if it belongs to the visitor, else their latest one. */
export async function creditedTrial(tx: Executor, visitorId: string, named?: string): Promise<string | null> {
  const own = named === undefined ? null : await findTrial(tx, { visitorId, id: named })
  return (own ?? (await findLatestTrial(tx, visitorId)))?.id ?? null
}
