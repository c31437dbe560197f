import type { UnitRow } from './conversion-units'
import { DAY_MS } from '../day'
import type { MeasureClock } from './measured-trial'

/** What the conversions of one day after the start add to the curve. Day 1 ends 24 hours after the start. */
export interface ConversionDay {
  day: number
  conversions: number
  /** Sum of ln(1 − d/n) over the moments of conversion: d of the n that were followed up to it. */
  logOpen: number
  /** Sum of d/(n(n − d)), Greenwood's. */
  variance: number
}

/** How long units were followed until they converted, or until now. */
export interface FollowUp {
  units: number
  /** Days with a conversion inside the window, in order. */
  days: ConversionDay[]
  /** Units by the whole days for which they were followed, at most those of the window. */
  followed: ReadonlyMap<number, number>
  /** The longest time for which any unit was followed. */
  longestMs: number
}

interface Followed {
  ms: number
  converted: boolean
}

/** The oracle: counts an array of units. The database must give the same result. */
export function followUp(units: readonly UnitRow[], { now, conversionWindowMs }: MeasureClock): FollowUp {
  const all = units.map(({ first, convertedAt }): Followed => ({
    ms: Math.max(0, (convertedAt ?? now).getTime() - first.startedAt.getTime()),
    converted: convertedAt !== null,
  }))
  const last = Math.floor(conversionWindowMs / DAY_MS)
  const followed = new Map<number, number>()
  for (const { ms } of all) {
    const day = Math.min(last, Math.floor(ms / DAY_MS))
    followed.set(day, (followed.get(day) ?? 0) + 1)
  }
  const longestMs = all.reduce((most, { ms }) => Math.max(most, ms), 0)
  return { units: all.length, days: conversionDays(all, conversionWindowMs), followed, longestMs }
}

function conversionDays(all: readonly Followed[], windowMs: number): ConversionDay[] {
  const moments = [...new Set(all.filter(({ converted }) => converted).map(({ ms }) => ms))]
    .filter((ms) => ms <= windowMs)
    .sort((a, b) => a - b)
  const days = new Map<number, ConversionDay>()
  for (const moment of moments) {
    const atRisk = all.filter(({ ms }) => ms >= moment).length
    const conversions = all.filter(({ ms, converted }) => converted && ms === moment).length
    const day = Math.ceil(moment / DAY_MS)
    const known = days.get(day) ?? { day, conversions: 0, logOpen: 0, variance: 0 }
    days.set(day, {
      day,
      conversions: known.conversions + conversions,
      logOpen: known.logOpen + Math.log(1 - conversions / atRisk),
      variance: known.variance + conversions / (atRisk * (atRisk - conversions)),
    })
  }
  return [...days.values()]
}
