import { addDays, type Day } from '../../day'
import { trendOf, type TrendSpan } from '../trend'
import type { StageCounts, StageDays } from './stage-counts'
import type { Stage } from './stages'

/** The counts of a stage in some days in a row, both included. */
export interface StageStep {
  first: Day
  last: Day
  numerator: number
  denominator: number
}

const PARTS: Record<Stage, { part: keyof StageCounts; whole: keyof StageCounts }> = {
  acquisition: { part: 'visitors', whole: 'trials' },
  activation: { part: 'finished', whole: 'trials' },
  retention: { part: 'returned', whole: 'matured-visitors' },
  referral: { part: 'referred', whole: 'visitors' },
  revenue: { part: 'converted', whole: 'matured' },
}

const MOST_DAYS_BY_DAY = 14

/** By week where there are more than 14 days: a stage of one day is too small to read. */
export function coarser(span: TrendSpan): TrendSpan {
  const isLong = addDays(span.first, MOST_DAYS_BY_DAY) <= span.last
  return span.unit === 'day' && isLong ? { ...span, unit: 'week' } : span
}

/** A stage over the steps of a trend, by the day on which trials and first trials began. */
export function stageTrend(stage: Stage, days: StageDays, span: TrendSpan): StageStep[] {
  const { part, whole } = PARTS[stage]
  const stepsOf = (name: keyof StageCounts) =>
    trendOf(new Map([...days].map(([day, counts]) => [day, counts[name]])), span)
  const parts = stepsOf(part)
  return stepsOf(whole).map(({ first, last, count }, index) => ({
    ...{ first, last, denominator: count, numerator: parts[index]?.count ?? 0 },
  }))
}
