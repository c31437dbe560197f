import { changeOf, type Change } from '../change'
import type { ConversionMeasure } from '../conversion'
import { DAY_MS } from '../../day'
import { countEstimate, rateEstimate, type Estimate } from '../estimate'
import { isEnough } from '../proportion'
import type { CurvePoint } from '../survival'
import type { StageCounts } from './stage-counts'
import type { Stage } from './stages'

/** One stage over one period. */
export interface StageFigure {
  stage: Stage
  numerator: number
  denominator: number
  /** What a target is compared with: of acquisition trials a week, else a share. */
  estimate: Estimate
  /** How the figure was found: `curve` while too few have matured for a rate; `count` of acquisition. */
  by: 'count' | 'rate' | 'curve'
  /** Of a curve its last day. */
  day: number | null
}

/** What the stages of one period are computed from. */
export interface StageTally {
  counts: StageCounts
  conversion: ConversionMeasure
  /** How long the period was, or is so far. */
  ms: number
  /** True when it is over: then a count is what it is. */
  isOver: boolean
}

const WEEK_DAYS = 7

/** The figures of the five stages, in their order. */
export function stageFigures(tally: StageTally): StageFigure[] {
  const { counts } = tally
  return [
    { ...parts(counts.visitors, counts.trials), stage: 'acquisition', estimate: perWeek(tally), by: 'count' },
    rateFigure('activation', counts.finished, counts.trials),
    rateFigure('retention', counts.returned, counts['matured-visitors']),
    rateFigure('referral', counts.referred, counts.visitors),
    revenueFigure(tally.conversion),
  ]
}

const parts = (numerator: number, denominator: number) => ({ numerator, denominator, day: null })

function rateFigure(stage: Stage, numerator: number, denominator: number): StageFigure {
  return {
    ...parts(numerator, denominator),
    stage,
    estimate: rateEstimate(numerator, denominator),
    by: 'rate',
  }
}

/** Trials in seven days. Of a period that is over it is exact. */
function perWeek({ counts, ms, isOver }: StageTally): Estimate {
  const weeks = Math.max(ms, 1) / (WEEK_DAYS * DAY_MS)
  const { value, low, high, count } = countEstimate(counts.trials)
  const own = (value ?? 0) / weeks
  return isOver
    ? { value: own, low: own, high: own, count }
    : { value: own, low: low / weeks, high: high / weeks, count }
}

function revenueFigure({ rate, headline, curve }: ConversionMeasure): StageFigure {
  const { numerator, denominator } = rate
  if (headline?.by !== 'curve') return rateFigure('revenue', numerator, denominator)
  const { at } = headline
  return {
    ...parts(numerator, denominator),
    stage: 'revenue',
    estimate: curveEstimate(at, curve.units),
    by: 'curve',
    day: at.day,
  }
}

const curveEstimate = ({ share, low, high }: CurvePoint, count: number): Estimate => ({
  ...{ value: share, low, high, count },
})

/** How a stage changed since the period before. Revenue is compared by rates, or by both curves at one day. */
export function stageChanges(now: StageTally, before: StageTally): Record<Stage, Change> {
  const [, activation, retention, referral] = stageFigures(now)
  const [, activationBefore, retentionBefore, referralBefore] = stageFigures(before)
  const compare = (one: StageFigure | undefined, other: StageFigure | undefined) =>
    changeOf(one?.estimate ?? UNKNOWN, other?.estimate ?? UNKNOWN)
  return {
    acquisition: changeOf(countEstimate(now.counts.trials), countEstimate(before.counts.trials)),
    activation: compare(activation, activationBefore),
    retention: compare(retention, retentionBefore),
    referral: compare(referral, referralBefore),
    revenue: conversionChange(now.conversion, before.conversion),
  }
}

const UNKNOWN: Estimate = rateEstimate(0, 0)

/** By the rates of the matured where both have enough, else by the curves at the last day that both have. */
function conversionChange(now: ConversionMeasure, before: ConversionMeasure): Change {
  const isRate = isEnough(now.rate.denominator) && isEnough(before.rate.denominator)
  if (isRate) {
    const [one, other] = [now.rate, before.rate]
    return changeOf(
      rateEstimate(one.numerator, one.denominator),
      rateEstimate(other.numerator, other.denominator),
    )
  }
  const day = Math.min(now.curve.points.at(-1)?.day ?? 0, before.curve.points.at(-1)?.day ?? 0)
  const at = ({ curve }: ConversionMeasure) => {
    const point = day === 0 ? undefined : curve.points.find((one) => one.day === day)
    return point ? curveEstimate(point, curve.units) : UNKNOWN
  }
  return changeOf(at(now), at(before))
}
