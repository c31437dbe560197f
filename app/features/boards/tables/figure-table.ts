import type { Change } from '~/domain/insight/change'
import type { ConversionHeadline } from '~/domain/insight/conversion'
import type { Proportion } from '~/domain/insight/proportion'
import { boardTable, column, type BoardTable } from './board-table'

/** What a figure is counted in. */
export type FigureUnit = 'count' | 'share' | 'milliseconds' | 'points' | 'stars'

/** One figure of a board, with all that is told of it. */
export interface FigureRow {
  figure: string
  unit: FigureUnit
  value: number | null
  numerator?: number | null
  /** What it is taken of: trials, or units that are named by the figure. */
  denominator?: number | null
  low?: number | null
  high?: number | null
  /** False: the page says “too few to tell” in its place. */
  enough: boolean
  change?: Change | null | undefined
}

/** The figures at the head of a board, one in each row. */
export function figureTable<Board>(figuresOf: (board: Board) => FigureRow[]): BoardTable<Board> {
  return boardTable(figuresOf, {
    figure: column.text((row) => row.figure),
    unit: column.text((row) => row.unit),
    value: column.number((row) => row.value),
    numerator: column.number((row) => row.numerator),
    denominator: column.number((row) => row.denominator),
    low: column.number((row) => row.low),
    high: column.number((row) => row.high),
    enough: column.flag((row) => row.enough),
    before: column.number((row) => row.change?.before.value),
    difference: column.number((row) => row.change?.difference.value),
    differenceLow: column.number((row) => row.change?.difference.low),
    differenceHigh: column.number((row) => row.change?.difference.high),
  })
}

export const countFigure = (figure: string, value: number, change?: Change | null): FigureRow => ({
  ...{ figure, unit: 'count', value, enough: true, change },
})

/** A rate, with its interval. */
export function rateFigure(figure: string, rate: Proportion, change?: Change | null): FigureRow {
  const { share, numerator, denominator, low, high, enough } = rate
  return { figure, unit: 'share', value: share, numerator, denominator, low, high, enough, change }
}

/** The rate of the matured; while few are, the last day of the curve. */
export function conversionFigure(headline: ConversionHeadline): FigureRow {
  if (headline === null) return { figure: 'conversion', unit: 'share', value: null, enough: false }
  if (headline.by === 'rate') return rateFigure('conversion', headline.rate)
  const { share, low, high, conversions, followed } = headline.at
  const figure = { figure: 'conversion-curve', unit: 'share' as const, value: share, low, high, enough: true }
  return { ...figure, numerator: conversions, denominator: followed }
}
