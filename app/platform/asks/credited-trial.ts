import type { Executor } from '#db/client'
import { findLatestTrial, findTrial } from '#db/queries/trials'

/** The trial that is named, if it is theirs, else the one begun last. */
export async function creditedTrial(tx: Executor, visitorId: string, named?: string): Promise<string | null> {
  const own = named === undefined ? null : await findTrial(tx, { visitorId, id: named })
  return (own ?? (await findLatestTrial(tx, visitorId)))?.id ?? null
}
