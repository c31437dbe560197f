import type { Control } from '../control'
import type { Json } from '~/domain/json'
import type { Presenter } from '../presenter'
import type { Tone } from '../../format/schema-values'
import type { BoardSpec } from '../../format/blocks/board.schema'
import { rowControls, rowId, type BlockPlace } from './block-place'
import type { ActionView, BlockViewBase, ValueView } from './view-parts'

export type CardView = {
  id: string | null
  title: ValueView
  lines: ValueView[]
  pick: ActionView | null
  actions: ActionView[]
}
export type BoardColumnView = { id: string; label: string; tone: Tone; cards: CardView[] }
export type BoardView = BlockViewBase & { kind: 'board'; columns: BoardColumnView[] }

export function boardControls(block: BoardSpec, place: BlockPlace): Control[] {
  const columns = new Set<Json>(block.columns.map((column) => column.id))
  const isShown = (row: Json) => columns.has(place.reader.value(block.column, `${place.at}.column`, row))
  return rowControls(block, [block.card.title, ...(block.card.lines ?? [])], place, isShown)
}

export function boardView(block: BoardSpec, at: string, presenter: Presenter): BoardView {
  const { reader } = presenter
  const rows = reader.rows(block.rows, `${at}.rows`)
  const placed = rows.map((row) => ({ row, column: reader.value(block.column, `${at}.column`, row) }))
  return {
    kind: 'board',
    ...presenter.base(block, at),
    columns: block.columns.map((column) => ({
      id: column.id,
      label: presenter.text(column.label),
      tone: column.tone ?? 'neutral',
      cards: placed
        .filter((one) => one.column === column.id)
        .map((one) => cardView(block, at, presenter, one.row)),
    })),
  }
}

function cardView(block: BoardSpec, at: string, presenter: Presenter, row: Json): CardView {
  const id = rowId(row)
  const title = presenter.shown(block.card.title, `${at}.card.title`, row)
  const lines = block.card.lines ?? []
  return {
    id,
    title,
    lines: lines.map((line, index) => presenter.shown(line, `${at}.card.lines.${index}`, row)),
    pick: presenter.pick(block.pick, at, id, title.text),
    actions: presenter.rowActions(block.rowActions, at, id, row),
  }
}
