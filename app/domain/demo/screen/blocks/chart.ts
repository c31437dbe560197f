import type { Presenter } from '../presenter'
import type { ChartSpec } from '../../format/blocks/chart.schema'
import type { BlockViewBase, ValueView } from './view-parts'

export type MarkView = { label: string; values: ValueView[] }
/** `marks[i].values[s]` belongs to `series[s]`. */
export type ChartView = BlockViewBase & {
  kind: 'chart'
  type: 'bar' | 'line' | 'donut'
  series: string[]
  marks: MarkView[]
}

export function chartView(block: ChartSpec, at: string, presenter: Presenter): ChartView {
  const marks = presenter.reader.rows(block.rows, `${at}.rows`).map((row) => ({
    label: presenter.value(block.label, 'text', `${at}.label`, row).text,
    values: block.series.map((series, index) =>
      presenter.value(series.value, block.format, `${at}.series.${index}.value`, row),
    ),
  }))
  const series = block.series.map((one) => presenter.text(one.label))
  return { kind: 'chart', ...presenter.base(block, at), type: block.type, series, marks }
}
