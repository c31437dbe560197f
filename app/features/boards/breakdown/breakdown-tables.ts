import type { BreakdownRow } from '~/domain/insight/breakdown/breakdown-terms'
import { boardTable, column } from '../tables/board-table'
import { breakdownTerms } from './breakdown-query'
import type { BreakdownFile } from './read-breakdown-file.server'

const FIGURES = {
  trials: column.count((row: BreakdownRow) => row.trials),
  numerator: column.number((row: BreakdownRow) => row.numerator),
  denominator: column.number((row: BreakdownRow) => row.denominator),
  value: column.number((row: BreakdownRow) => row.estimate.value),
  low: column.number((row: BreakdownRow) => row.estimate.low),
  high: column.number((row: BreakdownRow) => row.estimate.high),
  enough: column.flag((row: BreakdownRow) => row.enough),
  difference: column.number((row: BreakdownRow) => row.fromRest?.value),
  differenceLow: column.number((row: BreakdownRow) => row.fromRest?.low),
  differenceHigh: column.number((row: BreakdownRow) => row.fromRest?.high),
}

const key = (index: number) =>
  column.text((row: BreakdownRow) => {
    const value = row.keys[index] ?? null
    return value === null ? null : String(value)
  })

/** The table of a breakdown: its dimensions first, then the figure. */
export const breakdownTables = {
  rows: boardTable(
    (board: BreakdownFile) => board.rows,
    ({ query }) => ({
      ...Object.fromEntries(breakdownTerms(query).by.map((dimension, index) => [dimension, key(index)])),
      ...FIGURES,
    }),
  ),
}
