import type { Locale } from '../text'
import { DIMENSIONS, valueOn, type OptionalDimension } from './breakdown/dimensions'
import type { DateRange } from './date-range'
import type { MeasuredTrial } from './measured-trial'
import type { ChosenSegment } from './segment/segment-rule'

/** The flag of trials that the product itself made, so that a new center's boards are not empty. */
export const SIMULATED_FLAG = 'simulated'

/** The one filter that all boards share. Absent means "any". */
export interface BoardFilter {
  demo?: string
  revision?: number
  plan?: string
  role?: string
  locale?: Locale
  channel?: string
  source?: string
  campaign?: string
  keyword?: string
  /** How the trial began. */
  beginning?: string
  /** Where in the demo the trial began. */
  entry?: MeasuredTrial['entry']
  /** Id of an account; those merged into it count as it. */
  account?: string
  device?: MeasuredTrial['device']
  visitors?: 'new' | 'returning'
  /** Trials have no value of these. */
  without?: readonly OptionalDimension[]
  /** Trials of visitors in this segment. */
  segment?: ChosenSegment
  /** True includes trials flagged for any reason other than being simulated. */
  flagged: boolean
  /** True includes simulated trials. */
  simulated: boolean
}

type Scope = Pick<DateRange, 'from' | 'until'>

/** True when the trial is within the range (by its start) and passes every part of the filter but the segment, for which it takes all trials. */
export function matchesFilter(row: MeasuredTrial, filter: BoardFilter, range: Scope): boolean {
  return isWithin(row.startedAt, range) && hasDimensions(row, filter) && passesFlags(row.flags, filter)
}

function isWithin(instant: Date, { from, until }: Scope): boolean {
  return (from === null || instant >= from) && (until === null || instant < until)
}

function hasDimensions(row: MeasuredTrial, filter: BoardFilter): boolean {
  const lacks = (filter.without ?? []).every((dimension) => valueOn(dimension, row) === null)
  const has = DIMENSIONS.every(
    (dimension) => filter[dimension] === undefined || filter[dimension] === valueOn(dimension, row),
  )
  return lacks && has
}

function passesFlags(flags: readonly string[], filter: BoardFilter): boolean {
  return flags.every((flag) => (flag === SIMULATED_FLAG ? filter.simulated : filter.flagged))
}
