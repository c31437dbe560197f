import type { BreakdownMeasure } from '~/domain/insight/breakdown/measures'
import type { BoardFormat } from '../figures/board-format'

/** Money needs to be told its currency. */
type PlainMeasure = Exclude<BreakdownMeasure, 'value'>

/** Writes a figure of a measure in its unit. */
export function measureText(measure: PlainMeasure, value: number, format: BoardFormat): string {
  if (measure === 'active') return format.duration(value)
  if (measure === 'score') return format.number(Math.round(value))
  return measure === 'rating' ? format.mean(value) : format.percent(value)
}

const POINTS = 100

/** Writes a difference with its sign: of shares in percentage points, of others in the unit of the measure. */
export function differenceText(measure: PlainMeasure, value: number, format: BoardFormat): string {
  return signed(value, (size) =>
    isInPoints(measure) ? format.mean(size * POINTS) : measureText(measure, size, format),
  )
}

/** True for a measure whose differences are in percentage points. */
export const isInPoints = (measure: BreakdownMeasure): boolean =>
  !['active', 'score', 'rating', 'value'].includes(measure)

/** Writes the figures of one measure, and their differences. */
export interface MeasureTexts {
  figure(value: number): string
  difference(value: number): string
}

/** The texts of a board, whose values are in a currency. */
export function measureTexts(
  { query: { measure }, currency }: { query: { measure: BreakdownMeasure }; currency: string },
  format: BoardFormat,
): MeasureTexts {
  if (measure !== 'value') {
    return {
      figure: (value) => measureText(measure, value, format),
      difference: (value) => differenceText(measure, value, format),
    }
  }
  const figure = (value: number) => format.money({ value, currency })
  return { figure, difference: (value) => signed(value, figure) }
}

const signed = (value: number, write: (size: number) => string): string =>
  (value < 0 ? '−' : '+') + write(Math.abs(value))
