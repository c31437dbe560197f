import type { BreakdownMeasure } from '~/domain/insight/breakdown/measures'
import type { BoardFormat } from '../figures/board-format'

/** Writes a figure of a measure in its unit. */
export function measureText(measure: BreakdownMeasure, value: number, format: BoardFormat): string {
  if (measure === 'active') return format.duration(value)
  if (measure === 'score') return format.number(Math.round(value))
  return measure === 'rating' ? format.mean(value) : format.percent(value)
}

const POINTS = 100

/** Writes a difference with its sign: of shares in percentage points, of others in the unit of the measure. */
export function differenceText(measure: BreakdownMeasure, value: number, format: BoardFormat): string {
  const sign = value < 0 ? '−' : '+'
  const size = Math.abs(value)
  return sign + (isInPoints(measure) ? format.mean(size * POINTS) : measureText(measure, size, format))
}

/** True for a measure whose differences are in percentage points. */
export const isInPoints = (measure: BreakdownMeasure): boolean =>
  !(measure === 'active' || measure === 'score' || measure === 'rating')
