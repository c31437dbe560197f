import type { Estimate } from '~/domain/insight/estimate'
import type { Proportion } from '~/domain/insight/proportion'
import { column } from './board-table'

/** The columns of a rate. */
export const PROPORTION = {
  numerator: column.count((row: Proportion) => row.numerator),
  denominator: column.count((row: Proportion) => row.denominator),
  share: column.share((row: Proportion) => row.share),
  low: column.share((row: Proportion) => row.low),
  high: column.share((row: Proportion) => row.high),
  enough: column.flag((row: Proportion) => row.enough),
}

/** The columns of a figure with its interval, and the trials that it rests on. */
export const estimateColumns = <Row>(prefix: string, of: (row: Row) => Estimate | null) => ({
  [prefix]: column.number((row: Row) => of(row)?.value),
  [`${prefix}Low`]: column.number((row: Row) => of(row)?.low),
  [`${prefix}High`]: column.number((row: Row) => of(row)?.high),
  [`${prefix}Of`]: column.count((row: Row) => of(row)?.count),
})
