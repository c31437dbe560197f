import type { ConversionDay, FollowUp } from './follow-up'
import { DAY_MS } from '../day'
import { Z, wilsonInterval } from './wilson'
import type { Interval } from './wilson'

/** The share that has converted by the end of a day after the start, with its 95% band. */
export interface CurvePoint extends Interval {
  day: number
  share: number
  /** Conversions seen on that day and before. */
  conversions: number
  /** Units that were followed to the end of that day without converting before. */
  followed: number
}

export interface ConversionCurve {
  /** From day 0, a point for each day, to the end of the window or the last day to which any unit was followed. */
  points: CurvePoint[]
  /** True when some unit was followed to the end of the window. */
  whole: boolean
  units: number
}

/**
 * The Kaplan–Meier estimate of the share that has converted, one minus the survival curve (E. L. Kaplan and P. Meier,
 * JASA 53, 1958): a unit that has not converted counts up to its age. The band is the 95% interval on the
 * complementary log-log scale (J. D. Kalbfleisch and R. L. Prentice, The Statistical Analysis of Failure Time Data,
 * 1980) with Greenwood's variance, S^exp(±z·√v / ln S), so that it stays within 0 and 1. Where that scale is
 * undefined, before the first conversion and once all have converted, it is Wilson's interval of those followed.
 */
export function conversionCurve(followUp: FollowUp, conversionWindowMs: number): ConversionCurve {
  const window = Math.floor(conversionWindowMs / DAY_MS)
  const whole = followUp.longestMs >= conversionWindowMs
  const last = whole ? window : Math.min(window, Math.ceil(followUp.longestMs / DAY_MS))
  return { points: pointsTo(last, followUp), whole, units: followUp.units }
}

const NO_CONVERSION = { conversions: 0, logOpen: 0, variance: 0 }

function pointsTo(last: number, { units, days, followed }: FollowUp): CurvePoint[] {
  const byDay = new Map(days.map((one) => [one.day, one]))
  const points: CurvePoint[] = []
  let sum = NO_CONVERSION
  let left = units
  for (let day = 0; day <= last; day += 1) {
    sum = plus(sum, byDay.get(day) ?? NO_CONVERSION)
    left -= followed.get(day - 1) ?? 0
    // Perhaps no unit was followed to the end of the last day: then the number at its beginning is shown.
    const known = left || (points.at(-1)?.followed ?? 0)
    const { conversions, logOpen } = sum
    points.push({
      ...{ day, share: 1 - Math.exp(logOpen), conversions, followed: left },
      ...bandOf(sum, known),
    })
  }
  return points
}

type Sums = Omit<ConversionDay, 'day'>

const plus = (one: Sums, other: Sums): Sums => ({
  conversions: one.conversions + other.conversions,
  logOpen: one.logOpen + other.logOpen,
  variance: one.variance + other.variance,
})

function bandOf({ logOpen, variance }: Sums, followed: number): Interval {
  if (logOpen === 0) return { low: 0, high: wilsonInterval(0, followed).high }
  if (!Number.isFinite(logOpen)) return { low: wilsonInterval(followed, followed).low, high: 1 }
  const reach = (Z * Math.sqrt(variance)) / Math.abs(logOpen)
  return { low: 1 - Math.exp(logOpen * Math.exp(-reach)), high: 1 - Math.exp(logOpen * Math.exp(reach)) }
}
