import type { Estimate } from './estimate'
import { Z } from './wilson'

/** The 80% quantile of the standard normal distribution: of a real difference, four in five comparisons see it. */
const Z_POWER = 0.8416212335729143

/**
 * How many trials each side needs to tell two rates apart at 5% and 80% power, without correction for continuity
 * (J. L. Fleiss, Statistical Methods for Rates and Proportions, 1981, 3.2):
 * (z·√(2p̄q̄) + z′·√(p₁q₁ + p₂q₂))² / (p₁ − p₂)². Null for equal rates, which no number of trials tells apart.
 */
export function trialsToTellRates(p1: number, p2: number): number | null {
  if (p1 === p2) return null
  const mean = (p1 + p2) / 2
  const pooled = Z * Math.sqrt(2 * mean * (1 - mean))
  const apart = Z_POWER * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
  return Math.ceil(((pooled + apart) / (p1 - p2)) ** 2)
}

/**
 * The same for any two figures, from what one observation of each varies by as its interval shows it:
 * (z + z′)² · (σ₁² + σ₂²) / d². Null for equal figures, or where an interval is without end.
 */
export function trialsToTellEstimates(a: Estimate, b: Estimate): number | null {
  if (a.value === null || b.value === null || a.value === b.value) return null
  const needed = ((Z + Z_POWER) ** 2 * (varianceOf(a) + varianceOf(b))) / (a.value - b.value) ** 2
  return Number.isFinite(needed) ? Math.ceil(needed) : null
}

/** Of one observation: an interval is 2z standard errors wide, and those shrink with the root of the count. */
const varianceOf = ({ low, high, count }: Estimate): number => count * ((high - low) / (2 * Z)) ** 2
