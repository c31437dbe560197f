/**
 * The smallest part of a credit. A power of two, so that sums of credits are exact in any order, up to eight million
 * conversions (2^53 parts).
 */
export const PARTS = 2 ** 30

/**
 * Divides 1 by weights of 0 or more, at least one of them above 0, into shares whose sum is exactly 1. Each is within
 * one part of its ideal share. What rounding down leaves goes to the largest remainders, of equals to the first: the
 * method of Hamilton (M. L. Balinski and H. P. Young, Fair Representation, 1982).
 */
export function apportion(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const ideal = weights.map((weight) => (weight / total) * PARTS)
  const parts = ideal.map(Math.floor)
  const left = PARTS - parts.reduce((sum, part) => sum + part, 0)
  const remainders = ideal.map((part, index) => ({ index, remainder: part - Math.floor(part) }))
  const first = remainders.sort((a, b) => b.remainder - a.remainder || a.index - b.index).slice(0, left)
  for (const { index } of first) parts[index] = (parts[index] ?? 0) + 1
  return parts.map((part) => part / PARTS)
}
