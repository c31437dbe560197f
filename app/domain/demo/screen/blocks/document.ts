import type { Json } from '~/domain/json'
import { alignOf, type Presenter } from '../presenter'
import type { Tone } from '../../format/schema-values'
import type { DocumentSpec } from '../../format/blocks/document.schema'
import type { BlockViewBase, LabelledView, ValueView } from './view-parts'
import type { ColumnView } from './table'

export type PartyView = { label: string; lines: ValueView[] }
export type DocumentView = BlockViewBase & {
  kind: 'document'
  heading: string
  number: ValueView | null
  parties: PartyView[]
  facts: LabelledView[]
  lines: { columns: ColumnView[]; rows: ValueView[][] } | null
  totals: LabelledView[]
  paragraphs: ValueView[]
  stamp: { text: string; tone: Tone } | null
}

export function documentView(block: DocumentSpec, at: string, presenter: Presenter): DocumentView {
  const row = block.of === undefined ? undefined : presenter.reader.value(block.of, `${at}.of`)
  return {
    kind: 'document',
    ...presenter.base(block, at),
    heading: presenter.text(block.heading),
    number: presenter.shownOrNull(block.number, `${at}.number`, row),
    parties: partyViews(block, at, presenter, row),
    facts: presenter.labelled(block.facts, `${at}.facts`, row),
    lines: linesView(block.lines, `${at}.lines`, presenter, row),
    totals: presenter.labelled(block.totals, `${at}.totals`, row),
    paragraphs: (block.paragraphs ?? []).map((one, index) =>
      presenter.shown(one, `${at}.paragraphs.${index}`, row),
    ),
    stamp: stampView(block.stamp, `${at}.stamp`, presenter, row),
  }
}

function partyViews(
  block: DocumentSpec,
  at: string,
  presenter: Presenter,
  row: Json | undefined,
): PartyView[] {
  return (block.parties ?? []).map((party, index) => ({
    label: presenter.text(party.label),
    lines: party.lines.map((line, i) => presenter.shown(line, `${at}.parties.${index}.lines.${i}`, row)),
  }))
}

function linesView(
  lines: DocumentSpec['lines'],
  at: string,
  presenter: Presenter,
  row: Json | undefined,
): DocumentView['lines'] {
  if (!lines) return null
  return {
    columns: lines.columns.map((column) => ({ label: presenter.text(column.label), align: alignOf(column) })),
    rows: presenter.reader
      .rows(lines.rows, `${at}.rows`, row)
      .map((line) =>
        lines.columns.map((column, index) => presenter.shown(column, `${at}.columns.${index}`, line)),
      ),
  }
}

function stampView(
  stamp: DocumentSpec['stamp'],
  at: string,
  presenter: Presenter,
  row: Json | undefined,
): DocumentView['stamp'] {
  if (!stamp || !presenter.reader.test(stamp.if, `${at}.if`, row)) return null
  return { text: presenter.text(stamp.text), tone: stamp.tone ?? 'neutral' }
}
