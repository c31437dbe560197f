import { addDays, type Day } from '../day'
import { quantile } from './quantile'

/** What a day counted: a number of events, or a rate with its denominator. */
export interface DayFigure {
  numerator: number
  /** Null for a plain count. */
  denominator: number | null
}

/** The figures of a measure by day. */
export interface DayHistory {
  /** A day of a count without an entry counted 0; of a rate it has none. */
  kind: 'count' | 'rate'
  figures: ReadonlyMap<Day, DayFigure>
  /** The first day on which anything was counted; days before it tell nothing. */
  earliest: Day
  /** Of a count its least median, or figure, that tells anything; 20 unless given. */
  fewest?: number
}

/** What a day is expected to be like, and by which days. */
interface UsualRange {
  median: number
  /** The standard deviation as the baseline days suggest it. */
  spread: number
  low: number
  high: number
}

export interface RangeVerdict {
  day: Day
  verdict: 'inside' | 'above' | 'below' | 'cannot-tell'
  /** Set when it cannot be told. */
  why: 'few-days' | 'few-counted' | null
  /** The day's count or rate; null for a rate without denominator. */
  value: number | null
  usual: UsualRange | null
  /** The same weekdays before, the latest first. */
  baseline: { day: Day; value: number }[]
}

const WEEKS = 8
const FEWEST_DAYS = 4
/** Of a count its median, of a rate its denominator: with fewer, chance alone makes wide jumps. */
const FEWEST_COUNTED = 20
/** MAD × this is the standard deviation of normal data (P. J. Rousseeuw and C. Croux, JASA 88, 1993). */
const MAD_TO_DEVIATION = 1.4826
/** A modified z-score beyond this is an outlier (B. Iglewicz and D. C. Hoaglin, How to Detect and Handle Outliers, 1993). */
const MOST_DEVIATIONS = 3.5

/**
 * Whether a finished day lies in its usual range: the median of the same weekdays of the eight weeks before ± 3.5
 * robust standard deviations, by the median absolute deviation, so that one odd week moves nothing. The deviation is
 * never less than chance alone makes it: √median of a count (Poisson), √(p(1 − p)/n) of a rate (binomial).
 */
export function judgeDay(history: DayHistory, day: Day): RangeVerdict {
  const figure = figureOn(history, day)
  const value = figure && valueOf(figure)
  const baseline = baselineOf(history, day)
  const cannotTell = (why: RangeVerdict['why']): RangeVerdict => ({
    ...{ day, verdict: 'cannot-tell', why, value, usual: null, baseline },
  })
  if (baseline.length < FEWEST_DAYS) return cannotTell('few-days')
  const values = baseline.map((one) => one.value)
  const median = quantile(values, 0.5) ?? 0
  if (
    figure === null ||
    value === null ||
    (figure.denominator ?? Math.max(median, value)) < (history.fewest ?? FEWEST_COUNTED)
  ) {
    return cannotTell('few-counted')
  }
  const usual = usualRange(values, median, figure)
  return { day, verdict: verdictOf(value, usual), why: null, value, usual, baseline }
}

/** Null for a rate on a day that has none. */
function figureOn({ kind, figures, earliest }: DayHistory, day: Day): DayFigure | null {
  const none = kind === 'rate' || day < earliest ? null : { numerator: 0, denominator: null }
  return figures.get(day) ?? none
}

function valueOf({ numerator, denominator }: DayFigure): number | null {
  if (denominator === null) return numerator
  return denominator === 0 ? null : numerator / denominator
}

function baselineOf(history: DayHistory, day: Day): RangeVerdict['baseline'] {
  const before = Array.from({ length: WEEKS }, (_, week) => addDays(day, -7 * (week + 1)))
  return before.flatMap((one) => {
    const figure = figureOn(history, one)
    const isEnough = figure !== null && (figure.denominator ?? FEWEST_COUNTED) >= FEWEST_COUNTED
    const value = isEnough ? valueOf(figure) : null
    return value === null ? [] : [{ day: one, value }]
  })
}

function usualRange(values: readonly number[], median: number, { denominator }: DayFigure): UsualRange {
  const deviations = values.map((value) => Math.abs(value - median))
  const robust = MAD_TO_DEVIATION * (quantile(deviations, 0.5) ?? 0)
  const spread = Math.max(robust, chanceOf(median, denominator))
  const reach = MOST_DEVIATIONS * spread
  const most = denominator === null ? Infinity : 1
  return { median, spread, low: Math.max(0, median - reach), high: Math.min(most, median + reach) }
}

/** The standard deviation that is left when nothing but chance varies. */
const chanceOf = (median: number, denominator: number | null): number =>
  Math.sqrt(denominator === null ? median : (median * (1 - median)) / denominator)

function verdictOf(value: number, { low, high }: UsualRange): 'inside' | 'above' | 'below' {
  if (value > high) return 'above'
  return value < low ? 'below' : 'inside'
}
