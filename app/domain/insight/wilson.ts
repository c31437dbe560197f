/** Two-sided 95% quantile of the standard normal distribution. */
export const Z = 1.959963984540054

export interface Interval {
  low: number
  high: number
}

/**
 * 95% score interval of a proportion (E. B. Wilson, JASA 22, 1927), both ends within 0 to 1.
 * Without trials nothing is known: the whole range. Another quantile than that of 95% may be given.
 *
 * centre = (p + z²/2n) / (1 + z²/n), half = z/(1 + z²/n) · √(p(1−p)/n + z²/4n²)
 */
export function wilsonInterval(numerator: number, denominator: number, z = Z): Interval {
  if (denominator === 0) return { low: 0, high: 1 }
  const share = numerator / denominator
  const spread = (z * z) / denominator
  const centre = (share + spread / 2) / (1 + spread)
  const half =
    (z / (1 + spread)) * Math.sqrt((share * (1 - share)) / denominator + spread / (4 * denominator))
  return {
    low: numerator === 0 ? 0 : Math.max(0, centre - half),
    high: numerator === denominator ? 1 : Math.min(1, centre + half),
  }
}
