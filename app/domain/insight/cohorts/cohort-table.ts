import { addDays, readDay, type Day } from '../../day'
import { proportion, type Proportion } from '../proportion'
import type { TrendSpan } from '../trend'
import { WEEKS, type CohortMeasure } from './cohort-terms'

/** What was counted of the visitors who began in one week. The lists are by weeks after their first trial. */
export interface CohortTally {
  /** Its Monday. */
  monday: Day
  visitors: number
  followed: number[]
  happened: Record<CohortMeasure, number[]>
}

/** One week after the first trial, of the visitors whose week is over. */
export interface CohortCell {
  week: number
  rate: Proportion
  /** The week of some visitors is not over; they are not in the rate. */
  isOpen: boolean
}

/** The visitors who began in one week of the workspace, Monday to Sunday, as far as it lies in the period. */
export interface Cohort {
  first: Day
  last: Day
  visitors: number
  cells: CohortCell[]
}

export interface CohortTable {
  cohorts: Cohort[]
  /** All of them together. */
  whole: Omit<Cohort, 'first' | 'last'>
}

const MOST_COHORTS = 120

/** The weeks of the span in order, those without visitors too, with what became of them. */
export function cohortTable(
  tallies: readonly CohortTally[],
  measure: CohortMeasure,
  { first, last }: Pick<TrendSpan, 'first' | 'last'>,
): CohortTable {
  const byMonday = new Map(tallies.map((tally) => [tally.monday, tally]))
  const cohorts = mondaysOf(first, last).map((monday): Cohort => {
    const sunday = addDays(monday, 6)
    const tally = byMonday.get(monday) ?? nothing(monday)
    return {
      ...{ first: monday < first ? first : monday, last: sunday > last ? last : sunday },
      ...{ visitors: tally.visitors, cells: cellsOf(tally, measure) },
    }
  })
  const all = sumOf(tallies)
  return { cohorts, whole: { visitors: all.visitors, cells: cellsOf(all, measure) } }
}

/** The last ones alone, when there are very many. */
function mondaysOf(first: Day, last: Day): Day[] {
  const mondays: Day[] = []
  for (let monday = mondayOf(last); monday >= mondayOf(first); monday = addDays(monday, -7)) {
    mondays.push(monday)
    if (mondays.length === MOST_COHORTS) break
  }
  return mondays.reverse()
}

/** The Monday on or before a day. */
export function mondayOf(day: Day): Day {
  const weekday = new Date(readDay(day) ?? 0).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

const zeros = (): number[] => WEEKS.map(() => 0)

const nothing = (monday: Day): CohortTally => ({
  ...{ monday, visitors: 0, followed: zeros() },
  happened: { returned: zeros(), 'second-demo': zeros(), invited: zeros() },
})

function cellsOf({ visitors, followed, happened }: CohortTally, measure: CohortMeasure): CohortCell[] {
  return WEEKS.map((week, index) => {
    const denominator = followed[index] ?? 0
    const rate = proportion(happened[measure][index] ?? 0, denominator)
    return { week, rate, isOpen: denominator < visitors }
  })
}

function sumOf(tallies: readonly CohortTally[]): CohortTally {
  return tallies.reduce((sum, tally) => {
    const add = (a: readonly number[], b: readonly number[]) => a.map((one, index) => one + (b[index] ?? 0))
    return {
      monday: sum.monday,
      visitors: sum.visitors + tally.visitors,
      followed: add(sum.followed, tally.followed),
      happened: {
        returned: add(sum.happened.returned, tally.happened.returned),
        'second-demo': add(sum.happened['second-demo'], tally.happened['second-demo']),
        invited: add(sum.happened.invited, tally.happened.invited),
      },
    }
  }, nothing(''))
}
