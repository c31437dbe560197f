import type { BlockViewBase, ValueView } from './shared'

export type MarkView = { label: string; values: ValueView[] }
/** `marks[i].values[s]` belongs to `series[s]`. */
export type ChartView = BlockViewBase & {
  kind: 'chart'
  type: 'bar' | 'line' | 'donut'
  series: string[]
  marks: MarkView[]
}
