import type { Estimate } from './estimate'
import type { Interval } from './wilson'

/** The first figure less the second, with its 95% interval, in the unit of both. */
export interface Difference extends Interval {
  /** Null when either figure is. */
  value: number | null
}

/**
 * The difference of two independent figures from the interval of each (the method of variance estimates recovery,
 * G. Y. Zou and A. Donner, Statistics in Medicine 27, 2008): d − √((a − lowₐ)² + (high_b − b)²) to
 * d + √((highₐ − a)² + (b − low_b)²). Of two rates it is R. G. Newcombe's hybrid score interval (Statistics in Medicine
 * 17, 1998, method 10), of two means the normal interval, of two medians free of their distribution.
 */
export function difference(a: Estimate, b: Estimate): Difference {
  if (a.value === null || b.value === null) {
    return { value: null, low: a.low - b.high, high: a.high - b.low }
  }
  const value = a.value - b.value
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  }
}
