import type { EventData } from '../control'
import type { Scalar } from '~/domain/json'
import type { Tone, ValueFormat } from '../../format/schema-values'

/** A value to show. `text` is formatted for the reader's language; `value` is the value behind it. */
export type ValueView = { value: Scalar; format: ValueFormat; text: string; tone: Tone | null }

export type LabelledView = ValueView & { label: string; align: 'start' | 'end'; strong: boolean }

/**
 * Why a control is locked: `needs` is the entitlement that the plan lacks, `reason` is the author's explanation,
 * if any.
 */
export type LockedView = { needs: string; title: string; reason: string | null; feature: string | null }

/**
 * Something to press. `data` is sent with the event; null when there is none. Locked: show the reason, send
 * nothing.
 */
export type ActionView = {
  /** Path of the control in the document; together with `data` it is unique on a screen. */
  id: string
  label: string
  send: string
  data: EventData | null
  tone: 'primary' | 'default' | 'danger'
  tip: string | null
  feature: string | null
  locked: LockedView | null
}

/** What every block has. `id` is its path in the document, unique on a screen. */
export type BlockViewBase = { id: string; title: string | null; tip: string | null }
