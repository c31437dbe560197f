import type { ConversionMeasure } from '~/domain/insight/conversion'
import type { BoardPage, DemoNames } from '../figures/board-views'

export interface ConversionBoard extends BoardPage {
  /** Of the goal that was asked for. */
  measure: ConversionMeasure
  /** Of any goal, then of each. */
  measures: ConversionMeasure[]
  names: Record<string, DemoNames>
}
