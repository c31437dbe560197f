import {
  meanEstimate,
  medianEstimate,
  rateEstimate,
  ratioEstimate,
  SHARE_RANGE,
  type Estimate,
} from '../estimate'
import type { MeasureClock, MeasuredTrial } from '../measured-trial'
import { reached } from '../conversion-units'
import type { CurrencyFactors } from '../value'
import { isInSet } from '../set-membership'
import type { PlainSet } from '../trial-set'
import type { Interval } from '../wilson'

/**
 * What a breakdown can show. Value is money in the headline currency; active time is in ms; score is 0 to 100; rating 1 to 5;
 * the others are shares.
 */
export const BREAKDOWN_MEASURES = [
  'trials',
  'completion',
  'converted',
  'asked',
  'value',
  'rating',
  'active',
  'score',
  'tasks',
  'detours',
] as const
export type BreakdownMeasure = (typeof BREAKDOWN_MEASURES)[number]

/** A measure over some trials. */
export interface MeasuredCell {
  estimate: Estimate
  /** Trials, money, stars, tasks or detours; null of a median. */
  numerator: number | null
  /** What it is taken of: trials, or of ratios their tasks or steps. */
  denominator: number
}

/** The rules of one breakdown: `whole` are all its trials, of which the measure `trials` is a share. */
export interface MeasureTerms {
  clock: MeasureClock
  whole: number
  factors: CurrencyFactors
}

/** Measures trials. Every definition is that of the boards. */
export function measureCell(
  measure: BreakdownMeasure,
  rows: readonly MeasuredTrial[],
  terms: MeasureTerms,
): MeasuredCell {
  return MEASURES[measure](rows, terms)
}

type Rule = (rows: readonly MeasuredTrial[], terms: MeasureTerms) => MeasuredCell

/** The sets that the figure counts and is taken of; null where it counts something else than trials. */
export const MEASURE_SETS: Record<BreakdownMeasure, { part: PlainSet | null; whole: PlainSet }> = {
  trials: { part: 'started', whole: 'started' },
  completion: { part: 'finished', whole: 'started' },
  converted: { part: 'converted', whole: 'matured' },
  asked: { part: 'asked', whole: 'started' },
  value: { part: 'valued', whole: 'matured' },
  rating: { part: null, whole: 'rated' },
  active: { part: null, whole: 'started' },
  score: { part: null, whole: 'scored' },
  tasks: { part: null, whole: 'with-tasks' },
  detours: { part: null, whole: 'with-steps' },
}

/** What is possible of figures that are no rates. */
export const POSSIBLE_VALUES = {
  /** A refund is below 0. */
  value: { low: -Infinity, high: Infinity },
  rating: { low: 1, high: 5 },
  active: { low: 0, high: Infinity },
  score: { low: 0, high: 100 },
  tasks: SHARE_RANGE,
  detours: SHARE_RANGE,
} as const

const { value: AMOUNTS, rating: STARS, score: SCORES, active: TIMES } = POSSIBLE_VALUES

const MEASURES: Record<BreakdownMeasure, Rule> = {
  trials: (rows, { whole }) => rate(rows.length, whole),
  completion: shareOf('finished', 'started'),
  converted: shareOf('converted', 'matured'),
  asked: shareOf('asked', 'started'),
  /** What conversions inside the window were worth ÷ matured trials. Amounts without a rate are left out. */
  value: (rows, { clock, factors }) => {
    const worth = rows
      .filter((row) => isInSet({ name: 'matured' }, row, clock))
      .map((row) => reached([row], row.startedAt, clock).amounts)
      .map((amounts) => total(amounts.map(({ value, currency }) => value * (factors[currency] ?? 0))))
    return { estimate: meanEstimate(worth, AMOUNTS), numerator: total(worth), denominator: worth.length }
  },
  rating: (rows) => {
    const stars = rows.flatMap((row) => row.stars ?? [])
    return { estimate: meanEstimate(stars, STARS), numerator: total(stars), denominator: stars.length }
  },
  active: (rows) =>
    median(
      rows.map(({ activeMs }) => activeMs),
      TIMES,
    ),
  score: (rows) =>
    median(
      rows.flatMap(({ score }) => score ?? []),
      SCORES,
    ),
  /** Tasks done ÷ tasks offered. */
  tasks: (rows) =>
    ratio(
      rows.map(({ tasks }) => {
        const outcomes = Object.values(tasks)
        return { numerator: outcomes.filter((at) => at !== null).length, denominator: outcomes.length }
      }),
    ),
  /** Detours ÷ steps, of trials whose way is known. */
  detours: (rows) =>
    ratio(
      rows.flatMap(({ steps, detours }) =>
        detours === null ? [] : [{ numerator: detours, denominator: steps }],
      ),
    ),
}

function rate(numerator: number, denominator: number): MeasuredCell {
  return { estimate: rateEstimate(numerator, denominator), numerator, denominator }
}

function shareOf(part: PlainSet, whole: PlainSet): Rule {
  return (rows, { clock }) => {
    const size = (name: PlainSet) => rows.filter((row) => isInSet({ name }, row, clock)).length
    return rate(size(part), size(whole))
  }
}

function median(values: readonly number[], possible: Interval): MeasuredCell {
  return { estimate: medianEstimate(values, possible), numerator: null, denominator: values.length }
}

/** Trials that had none of what is divided by tell nothing: they are not among those that the figure rests on. */
function ratio(parts: readonly { numerator: number; denominator: number }[]): MeasuredCell {
  const telling = parts.filter(({ denominator }) => denominator > 0)
  return {
    estimate: ratioEstimate(telling, SHARE_RANGE),
    numerator: total(telling.map(({ numerator }) => numerator)),
    denominator: total(telling.map(({ denominator }) => denominator)),
  }
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
