import type { Executor } from '#db/client'
import { lockConversionById } from '#db/queries/conversions'
import type { ConversionRow } from '#db/queries/conversions'
import { lockUnmatched } from '#db/queries/unmatched-conversions'
import type { UnmatchedRow } from '#db/queries/unmatched-conversions'

/**
 * A conversion by its id, whether its visitor is known or not, held until the transaction ends; null when there is none.
 * Matching one makes another row of it, so whoever waited for the old row looks for the new one as well.
 */
export async function lockConversion(tx: Executor, id: string): Promise<ConversionRow | UnmatchedRow | null> {
  return (
    (await lockConversionById(tx, id)) ?? (await lockUnmatched(tx, id)) ?? (await lockConversionById(tx, id))
  )
}
