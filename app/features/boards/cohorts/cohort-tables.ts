import type { Cohort, CohortCell } from '~/domain/insight/cohorts/cohort-table'
import type { CohortMeasure } from '~/domain/insight/cohorts/cohort-terms'
import { boardTable, column } from '../tables/board-table'
import type { CohortsBoard } from './cohorts-view'

interface CellRow extends CohortCell {
  cohort: Cohort
  follow: CohortMeasure
}

const cellsOf = ({ cohorts, query: { follow } }: CohortsBoard): CellRow[] =>
  cohorts.flatMap((cohort) => cohort.cells.map((cell) => ({ ...cell, cohort, follow })))

/** The cells of the cohorts, one in each row. Visitors whose week is not over are in no rate; `unfinished` says that there are some. */
export const cohortTables = {
  cohorts: boardTable(cellsOf, {
    first: column.day((row) => row.cohort.first),
    last: column.day((row) => row.cohort.last),
    visitors: column.count((row) => row.cohort.visitors),
    followed: column.text((row) => row.follow),
    week: column.count((row) => row.week),
    numerator: column.count((row) => row.rate.numerator),
    denominator: column.count((row) => row.rate.denominator),
    share: column.share((row) => row.rate.share),
    low: column.share((row) => row.rate.low),
    high: column.share((row) => row.rate.high),
    enough: column.flag((row) => row.rate.enough),
    unfinished: column.flag((row) => row.isOpen),
  }),
}
