import type { ConversionMeasure } from '~/domain/insight/conversion'
import type { ConversionValue } from '~/domain/insight/conversion-value'
import { boardTable, column } from '../tables/board-table'
import type { ConversionBoard } from './conversion-view'

interface GoalRow {
  measure: ConversionMeasure
  value: ConversionValue | undefined
}

const goalOf = ({ terms }: ConversionMeasure): string => terms.goal ?? 'any'

const goalsOf = ({ measures, values }: ConversionBoard): GoalRow[] =>
  measures.map((measure, index) => ({ measure, value: values[index] }))

/** The tables of the conversion board: any goal and each, and the curves. Value is in the currency of its column. */
export const conversionBoardTables = {
  goals: boardTable(goalsOf, {
    goal: column.text(({ measure }) => goalOf(measure)),
    unit: column.text(({ measure }) => measure.terms.unit),
    units: column.count(({ measure }) => measure.units),
    matured: column.count(({ measure }) => measure.rate.denominator),
    converted: column.count(({ measure }) => measure.rate.numerator),
    share: column.share(({ measure }) => measure.rate.share),
    low: column.share(({ measure }) => measure.rate.low),
    high: column.share(({ measure }) => measure.rate.high),
    enough: column.flag(({ measure }) => measure.rate.enough),
    early: column.count(({ measure }) => measure.counts.early),
    open: column.count(({ measure }) => measure.counts.open),
    asked: column.count(({ measure }) => measure.asked.numerator),
    value: column.number(({ value }) => value?.valued.value),
    valueEarly: column.number(({ value }) => value?.['early-valued'].value),
    currency: column.text(({ value }) => value?.valued.currency),
  }),
  curves: boardTable(
    ({ measures }: ConversionBoard) =>
      measures.flatMap((measure) =>
        measure.curve.points.map((point) => ({ goal: goalOf(measure), ...point })),
      ),
    {
      goal: column.text((row) => row.goal),
      daysAfter: column.count((row) => row.day),
      share: column.share((row) => row.share),
      low: column.share((row) => row.low),
      high: column.share((row) => row.high),
      conversions: column.count((row) => row.conversions),
      followed: column.count((row) => row.followed),
    },
  ),
}
