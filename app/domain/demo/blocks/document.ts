import type { Tone } from '../schema-values'
import type { BlockViewBase, LabelledView, ValueView } from './shared'
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
