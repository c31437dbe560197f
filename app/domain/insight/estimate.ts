import { medianInterval } from './median-interval'
import { proportion } from './proportion'
import { quantile } from './quantile'
import { Z, wilsonInterval, type Interval } from './wilson'

/** A figure with its 95% interval, in the unit of the figure. */
export interface Estimate extends Interval {
  /** Null when there is nothing to take it of; then the interval is everything that is possible. */
  value: number | null
  /** The independent observations that it rests on: trials, as a rule. */
  count: number
}

const EVERYTHING: Interval = { low: -Infinity, high: Infinity }

/** A rate of independent trials, with Wilson's interval. */
export function rateEstimate(numerator: number, denominator: number): Estimate {
  const { share, low, high } = proportion(numerator, denominator)
  return { value: share, low, high, count: denominator }
}

/**
 * A number of events, such as the trials of a period, with the score interval of a Poisson count (the case n → ∞ of
 * Wilson's): x + z²/2 ± z · √(x + z²/4) (L. Barker, The American Statistician 56, 2002).
 */
export function countEstimate(count: number, z = Z): Estimate {
  const half = z * Math.sqrt(count + (z * z) / 4)
  const centre = count + (z * z) / 2
  return { value: count, low: count === 0 ? 0 : centre - half, high: centre + half, count }
}

/** One trial's part of a ratio: detours of its steps, or tasks done of those offered. */
export interface RatioPart {
  numerator: number
  denominator: number
}

/**
 * A ratio of sums over trials, such as all detours ÷ all steps. What happens within one trial is not independent, so
 * the variance is that between trials: Σ(y − Rx)² / (n(n − 1) · x̄²) (W. G. Cochran, Sampling Techniques, 1977, 6.4).
 * Where every x is 1 it is the mean with its standard error.
 */
export function ratioEstimate(parts: readonly RatioPart[], possible: Interval = EVERYTHING): Estimate {
  const count = parts.length
  const denominator = parts.reduce((sum, part) => sum + part.denominator, 0)
  if (denominator === 0) return { value: null, ...possible, count }
  const value = parts.reduce((sum, part) => sum + part.numerator, 0) / denominator
  if (count === 1) return { value, ...possible, count }
  const squares = parts.reduce((sum, part) => sum + (part.numerator - value * part.denominator) ** 2, 0)
  const mean = denominator / count
  const half = (Z * Math.sqrt(squares / (count * (count - 1)))) / mean
  return { value, ...within(possible, value - half, value + half), count }
}

/** The sums of the parts of a ratio: how many they are, numerators y and denominators x, their squares and products. */
export interface RatioSums {
  count: number
  y: number
  x: number
  yy: number
  xy: number
  xx: number
}

/** The same from the sums alone: Σ(y − Rx)² = Σy² − 2RΣxy + R²Σx². */
export function ratioOfSums(
  { count, y, x, yy, xy, xx }: RatioSums,
  possible: Interval = EVERYTHING,
): Estimate {
  if (x === 0) return { value: null, ...possible, count }
  const value = y / x
  if (count === 1) return { value, ...possible, count }
  const squares = Math.max(0, yy - 2 * value * xy + value * value * xx)
  const half = (Z * Math.sqrt(squares / (count * (count - 1)))) / (x / count)
  return { value, ...within(possible, value - half, value + half), count }
}

/** A mean with its normal interval. */
export function meanEstimate(values: readonly number[], possible: Interval = EVERYTHING): Estimate {
  return ratioEstimate(
    values.map((numerator) => ({ numerator, denominator: 1 })),
    possible,
  )
}

/** A median with its interval whatever the distribution. With fewer than six values everything is possible. */
export function medianEstimate(values: readonly number[], possible: Interval = EVERYTHING): Estimate {
  return {
    value: quantile(values, 0.5),
    ...(medianInterval(values) ?? possible),
    count: values.length,
  }
}

const within = (possible: Interval, low: number, high: number): Interval => ({
  low: Math.max(possible.low, low),
  high: Math.min(possible.high, high),
})

/** Rates by other means than counting lie between these. */
export const SHARE_RANGE: Interval = wilsonInterval(0, 0)
