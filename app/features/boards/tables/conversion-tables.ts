import type { ConversionMeasure } from '~/domain/insight/conversion'
import { boardTable, column } from './board-table'

/** How many of what is counted are in each state of conversion. */
export function conversionTable<Board>(of: (board: Board) => ConversionMeasure) {
  return boardTable((board: Board) => Object.entries(of(board).counts), {
    state: column.text(([state]) => state),
    units: column.count(([, count]) => count),
  })
}

/** The share that has converted by each day after the start. */
export function curveTable<Board>(of: (board: Board) => ConversionMeasure) {
  return boardTable((board: Board) => of(board).curve.points, {
    daysAfter: column.count((point) => point.day),
    share: column.share((point) => point.share),
    low: column.share((point) => point.low),
    high: column.share((point) => point.high),
    conversions: column.count((point) => point.conversions),
    followed: column.count((point) => point.followed),
  })
}
