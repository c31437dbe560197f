/** The value below which the fraction `p` (0 to 1) of the values is. NaN for none. */
export function nearestRank(values: readonly number[], p: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => nearestRank(values, 0.5)
