import type { ConversionState, ConversionTerms } from './conversion-terms'
import { CONVERSION_STATES } from './conversion-terms'
import type { UnitRow } from './conversion-units'
import { isInState } from './conversion-units'
import type { FollowUp } from './follow-up'
import { followUp } from './follow-up'
import type { Proportion } from './proportion'
import { isEnough, proportion } from './proportion'
import { recordOf } from './record-of'
import type { ConversionCurve, CurvePoint } from './survival'
import { conversionCurve } from './survival'
import type { MeasureClock } from './measured-trial'

export type ConversionCounts = Record<ConversionState, number>

/** The counts that the conversion measure is computed from, by the oracle or by the database. */
export interface ConversionTally {
  counts: ConversionCounts
  followUp: FollowUp
}

/**
 * The headline figure: the rate of matured units; while few have matured, the curve's share at its last day; null when
 * neither has enough data.
 */
export type ConversionHeadline = { by: 'rate'; rate: Proportion } | { by: 'curve'; at: CurvePoint } | null

export interface ConversionMeasure {
  terms: ConversionTerms
  units: number
  counts: ConversionCounts
  /** Matured and converted inside their window ÷ matured. */
  rate: Proportion
  asked: Proportion
  curve: ConversionCurve
  headline: ConversionHeadline
}

/** The oracle: counts an array of units. */
export function tallyConversion(units: readonly UnitRow[], clock: MeasureClock): ConversionTally {
  const count = (state: ConversionState) => units.filter((unit) => isInState(unit, state, clock)).length
  return { counts: recordOf(CONVERSION_STATES, count), followUp: followUp(units, clock) }
}

export function conversionMeasure(
  terms: ConversionTerms,
  { counts, followUp }: ConversionTally,
  { conversionWindowMs }: Pick<MeasureClock, 'conversionWindowMs'>,
): ConversionMeasure {
  const rate = conversionRate(counts)
  const curve = conversionCurve(followUp, conversionWindowMs)
  const { units } = followUp
  const asked = proportion(counts.asked, units)
  return { terms, units, counts, rate, asked, curve, headline: headlineOf(rate, curve) }
}

/** Conversion of matured units: younger ones are in neither number. */
export function conversionRate({
  converted,
  matured,
}: Pick<ConversionCounts, 'converted' | 'matured'>): Proportion {
  return proportion(converted, matured)
}

function headlineOf(rate: Proportion, curve: ConversionCurve): ConversionHeadline {
  if (rate.enough) return { by: 'rate', rate }
  const at = curve.points.at(-1)
  return at && at.day > 0 && isEnough(curve.units) ? { by: 'curve', at } : null
}
