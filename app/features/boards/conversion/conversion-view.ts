import type { ConversionMeasure } from '~/domain/insight/conversion'
import type { ConversionValue } from '~/domain/insight/conversion-value'
import type { BoardPage, DemoNames } from '../figures/board-views'

export interface ConversionBoard extends BoardPage {
  /** Of the goal that was asked for. */
  measure: ConversionMeasure
  /** Of any goal, then of each. */
  measures: ConversionMeasure[]
  /** Of each measure, in their order. */
  values: ConversionValue[]
  names: Record<string, DemoNames>
}
