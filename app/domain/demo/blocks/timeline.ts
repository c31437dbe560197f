import type { Tone } from '../schema-values'
import type { BlockViewBase, ValueView } from './shared'

export type TimelineEntryView = { at: ValueView | null; entry: ValueView; by: ValueView | null; tone: Tone }
export type TimelineView = BlockViewBase & { kind: 'timeline'; entries: TimelineEntryView[] }
