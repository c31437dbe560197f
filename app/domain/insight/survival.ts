import type { FollowUp } from './follow-up'
import { DAY_MS } from './trial-row'
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
  /** From day 0, a point a day, to the end of the window or the last day to which anybody was followed. */
  points: CurvePoint[]
  /** True when somebody was followed to the window's end. */
  whole: boolean
  units: number
}

/**
 * The Kaplan–Meier estimate of the share that has converted, one minus the survival curve (E. L. Kaplan and P. Meier, JASA
 * 53, 1958): a unit that has not converted counts up to its age and no further. The band is the 95% interval on the
 * complementary log-log scale (J. D. Kalbfleisch and R. L. Prentice, The Statistical Analysis of Failure Time Data, 1980)
 * with Greenwood's variance: S^exp(±z·√v / ln S), so that it stays within 0 and 1. Where that scale has no value, before
 * the first conversion and once all have converted, it is Wilson's interval of those followed.
 */
export function conversionCurve(followUp: FollowUp, conversionWindowMs: number): ConversionCurve {
  const window = Math.floor(conversionWindowMs / DAY_MS)
  const whole = followUp.longestMs >= conversionWindowMs
  const last = whole ? window : Math.min(window, Math.ceil(followUp.longestMs / DAY_MS))
  const byDay = new Map(followUp.days.map((one) => [one.day, one]))
  const points: CurvePoint[] = []
  let [logOpen, variance, conversions, left] = [0, 0, 0, 0]
  for (let day = 0; day <= last; day += 1) {
    const added = byDay.get(day)
    logOpen += added?.logOpen ?? 0
    variance += added?.variance ?? 0
    conversions += added?.conversions ?? 0
    left += day === 0 ? 0 : (followUp.followed.get(day - 1) ?? 0)
    const followed = followUp.units - left
    const share = 1 - Math.exp(logOpen)
    // To the end of the curve's last day nobody need have been followed: then its beginning tells of how many it speaks.
    const known = followed || (points.at(-1)?.followed ?? 0)
    points.push({ day, share, conversions, followed, ...bandOf(logOpen, variance, known) })
  }
  return { points, whole, units: followUp.units }
}

function bandOf(logOpen: number, variance: number, followed: number): Interval {
  if (logOpen === 0) return { low: 0, high: wilsonInterval(0, followed).high }
  if (!Number.isFinite(logOpen)) return { low: wilsonInterval(followed, followed).low, high: 1 }
  const reach = (Z * Math.sqrt(variance)) / Math.abs(logOpen)
  return { low: 1 - Math.exp(logOpen * Math.exp(-reach)), high: 1 - Math.exp(logOpen * Math.exp(reach)) }
}
