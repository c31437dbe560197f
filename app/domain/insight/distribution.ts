import type { Bin } from './bins'
import type { KeyCounts } from './key-counts'

export interface Bar extends Bin {
  count: number
}

/** Every bar in order, the empty ones too. */
export function distribution(bins: readonly Bin[], counts: KeyCounts): Bar[] {
  return bins.map((bin) => ({ ...bin, count: counts.get(bin.key) ?? 0 }))
}
