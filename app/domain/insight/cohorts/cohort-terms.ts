/**
 * What is followed of new visitors. `returned` came back in that week; `second-demo` had begun another demo by its end; `invited`
 * had by its end a colleague whose first trial is later than theirs.
 */
export const COHORT_MEASURES = ['returned', 'second-demo', 'invited'] as const
export type CohortMeasure = (typeof COHORT_MEASURES)[number]

/** For how many weeks after their first trial visitors are followed. */
const COHORT_WEEKS = 8

/** New visitors whose so many weeks are over; `followed` are all of them. Each is listed as their first unflagged trial. */
export interface CohortSet {
  cohort: CohortMeasure | 'followed'
  /** The first is 1. */
  week: number
}

const MARK = '.'

/** As it stands in URLs: `returned.2`. */
export const formatCohortSet = ({ cohort, week }: CohortSet): string => cohort + MARK + week

/** Reads what `formatCohortSet` wrote; null for anything else. */
export function parseCohortSet(text: string): CohortSet | null {
  const [name, week, ...more] = text.split(MARK)
  const cohort = ([...COHORT_MEASURES, 'followed'] as const).find((one) => one === name)
  const number = WEEKS.find((one) => String(one) === week)
  return cohort && number !== undefined && more.length === 0 ? { cohort, week: number } : null
}

/** 1, 2, … */
export const WEEKS = Array.from({ length: COHORT_WEEKS }, (_, index) => index + 1)
