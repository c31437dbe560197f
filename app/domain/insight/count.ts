import { recordOf } from './record-of'
import type { KeyCounts } from './key-counts'
import { isInSet, keysIn } from './set-membership'
import type { MeasureClock, MeasuredTrial } from './measured-trial'
import type { PlainSet, SetFamily } from './trial-set'
import { PLAIN_SETS } from './trial-set'

/** How many trials are in each plain set. */
export type Counts = Record<PlainSet, number>

export function countSets(rows: readonly MeasuredTrial[], clock: MeasureClock): Counts {
  return recordOf(PLAIN_SETS, (name) => rows.filter((row) => isInSet({ name }, row, clock)).length)
}

export function countByKey(
  rows: readonly MeasuredTrial[],
  family: SetFamily,
  clock: MeasureClock,
): KeyCounts {
  const counts = new Map<string, number>()
  for (const row of rows) {
    for (const key of keysIn(family, row, clock)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
