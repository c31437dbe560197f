import type { Json } from '~/domain/json'
import type { Presenter } from '../presenter'
import type { Tone } from '../../format/schema-values'
import type { BlockViewBase, ValueView } from './view-parts'
import type { TimelineSpec } from '../../format/blocks/timeline.schema'

export type TimelineEntryView = { at: ValueView | null; entry: ValueView; by: ValueView | null; tone: Tone }
export type TimelineView = BlockViewBase & { kind: 'timeline'; entries: TimelineEntryView[] }

export function timelineView(block: TimelineSpec, at: string, presenter: Presenter): TimelineView {
  const entries = presenter.reader
    .rows(block.rows, `${at}.rows`)
    .map((row) => entryView(block, at, presenter, row))
  return { kind: 'timeline', ...presenter.base(block, at), entries }
}

function entryView(block: TimelineSpec, at: string, presenter: Presenter, row: Json): TimelineEntryView {
  return {
    at: block.at === undefined ? null : presenter.value(block.at, 'datetime', `${at}.at`, row),
    entry: presenter.shown(block.entry, `${at}.entry`, row),
    by: presenter.shownOrNull(block.by, `${at}.by`, row),
    tone: presenter.tone(block.tone, `${at}.tone`, row),
  }
}
