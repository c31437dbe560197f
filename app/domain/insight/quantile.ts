/**
 * Quantile by linear interpolation between the two closest ranks: position p·(n−1) in the sorted values, counted from
 * 0, as PostgreSQL's `percentile_cont`. Null without values.
 */
export function quantile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const position = p * (sorted.length - 1)
  const below = sorted[Math.floor(position)] ?? 0
  const above = sorted[Math.ceil(position)] ?? 0
  return below + (position - Math.floor(position)) * (above - below)
}

/** Quantiles of a quantity, and over how many trials. */
export interface Quantiles {
  count: number
  median: number | null
  p75: number | null
  p95: number | null
}

export function quantiles(values: readonly number[]): Quantiles {
  return {
    count: values.length,
    median: quantile(values, 0.5),
    p75: quantile(values, 0.75),
    p95: quantile(values, 0.95),
  }
}
