import type { Control } from '../control'
import type { Json } from '~/domain/json'
import { alignOf, type Presenter } from '../presenter'
import { rowControls, rowId, type BlockPlace } from './block-place'
import type { ActionView, BlockViewBase, ValueView } from './view-parts'
import type { TableSpec } from '../../format/blocks/table.schema'

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

export function tableControls(block: TableSpec, place: BlockPlace): Control[] {
  return rowControls(block, block.columns, place)
}

export function tableView(block: TableSpec, at: string, presenter: Presenter): TableView {
  const rows = presenter.reader.rows(block.rows, `${at}.rows`)
  return {
    kind: 'table',
    ...presenter.base(block, at),
    columns: block.columns.map((column) => ({ label: presenter.text(column.label), align: alignOf(column) })),
    rows: rows.map((row) => rowView(block, at, presenter, row)),
    empty: presenter.textOrNull(block.empty),
  }
}

function rowView(block: TableSpec, at: string, presenter: Presenter, row: Json): RowView {
  const id = rowId(row)
  const cells = block.columns.map((column, index) => presenter.shown(column, `${at}.columns.${index}`, row))
  return {
    id,
    cells,
    pick: presenter.pick(block.pick, at, id, cells[0]?.text ?? ''),
    actions: presenter.rowActions(block.rowActions, at, id, row),
  }
}
