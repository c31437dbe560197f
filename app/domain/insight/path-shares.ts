import { mostFirst, type KeyCounts } from './key-counts'
import type { Proportion } from './proportion'
import { proportion } from './proportion'
import { STEP_MARK } from './trial-set'

/** One step that trials took: of those that entered `from`, how many went on to `to` at least once. */
export interface EdgeShare extends Proportion {
  from: string
  to: string
  key: string
}

/** One whole path and the share of all trials that took exactly it. */
export interface PathShare extends Proportion {
  states: string[]
  key: string
}

/** Edge share = trials whose path holds `from` directly followed by `to` ÷ trials that entered `from`. Most taken first. */
export function edgeShares(edges: KeyCounts, entered: KeyCounts): EdgeShare[] {
  return mostFirst(edges).map(([key, count]) => {
    const [from = '', to = ''] = key.split(STEP_MARK)
    return { key, from, to, ...proportion(count, entered.get(from) ?? 0) }
  })
}

/** Path share = trials with exactly this path ÷ trials. The `limit` most taken, ties in order of the key. */
export function topPaths(paths: KeyCounts, started: number, limit: number): PathShare[] {
  return mostFirst(paths)
    .slice(0, limit)
    .map(([key, count]) => ({ key, states: key.split(STEP_MARK), ...proportion(count, started) }))
}
