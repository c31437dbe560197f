import type { ActionView, BlockViewBase, ValueView } from './shared'

export type ColumnView = { label: string; align: 'start' | 'end' }
/** `id` is null when the row has none: then it offers nothing. */
export type RowView = {
  id: string | null
  cells: ValueView[]
  pick: ActionView | null
  actions: ActionView[]
}
export type TableView = BlockViewBase & {
  kind: 'table'
  columns: ColumnView[]
  rows: RowView[]
  empty: string | null
}
