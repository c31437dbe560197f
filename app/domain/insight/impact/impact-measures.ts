import type { BreakdownMeasure, MeasuredCell } from '../breakdown/measures'
import { compareEstimates, type Verdict } from '../verdict'

/** The measure that a revision is judged by, chosen before anybody looks. */
export const MAIN_MEASURE = 'completion'

/** What else is looked at. Trials asked for in the browser are not: those after a publish had less time to. */
export const OTHER_MEASURES = ['tasks', 'score', 'rating', 'detours', 'active', 'converted'] as const

export type ImpactMeasure = typeof MAIN_MEASURE | (typeof OTHER_MEASURES)[number]

/** Those of which less is better. Of active time neither is: its verdict says which is longer. */
const LOWER_IS_BETTER: readonly BreakdownMeasure[] = ['detours']
const RATES: readonly BreakdownMeasure[] = ['completion', 'converted', 'asked']

/** A measure on both sides of a publish. */
export interface MeasureImpact {
  measure: ImpactMeasure
  before: MeasuredCell
  after: MeasuredCell
  verdict: Verdict
}

/** Compares one measure. A higher active time has the verdict `better`. */
export function measureImpact(
  measure: ImpactMeasure,
  before: MeasuredCell,
  after: MeasuredCell,
): MeasureImpact {
  const terms = {
    kind: RATES.includes(measure) ? 'rate' : 'other',
    better: LOWER_IS_BETTER.includes(measure) ? 'lower' : 'higher',
  } as const
  return { measure, before, after, verdict: compareEstimates(after.estimate, before.estimate, terms) }
}

const CONFIDENCE = 0.95

/** How often at least one of so many measures would seem to differ if nothing had changed, were they independent. */
export const falseAlarmShare = (measures: number): number => 1 - CONFIDENCE ** measures
