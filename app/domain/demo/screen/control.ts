import type { Day } from '~/domain/day'
import type { Text } from '~/domain/text'
import type { FieldKind } from '../format/blocks/form.schema'
import type { Scalar } from '~/domain/json'
import type { BlockKind } from '../format/schema-blocks'

/** The data of an event. */
export type EventData = { [name: string]: Scalar }

export type OptionSpec = { value: string; label: Text }

/**
 * One field of a form, with what the engine accepts in it. `min` and `max` limit a number's value and a text's
 * length.
 */
export type FieldSpec = {
  name: string
  kind: FieldKind
  label: Text
  required: boolean
  min?: number
  max?: number
  /** A number has no decimals. */
  whole?: boolean
  /** The step between valid numbers, counted from `min`, else from 0. */
  step?: number
  /** The first and the last day that a date may be. */
  earliest?: Day
  latest?: Day
  pattern?: string
  /** Only for `select`: the options now on screen. */
  options?: OptionSpec[]
  /** The initial value of the field; null when it is empty. */
  initial: Scalar
}

/** What the engine accepts as the data of an event sent by a control. */
export type PayloadSpec =
  | { kind: 'none' }
  | { kind: 'fixed'; data: EventData }
  | { kind: 'row'; rows: { id: string; label: Text }[] }
  | { kind: 'form'; fields: FieldSpec[] }

export type ControlKind = 'button' | 'form' | 'pick' | 'row-action' | 'reply' | 'hotspot'

/** A control on screen that the plan lacks the entitlement for. `id` is its path in the document. */
export type LockedControl = { id: string; screen: string; send: string; needs: string }

/** Something on screen, visible and unlocked, that sends an event. */
export type Control = {
  /** Path of the control in the document, e.g. `screens.orders.blocks.0.table.rowActions.1`. */
  id: string
  kind: ControlKind
  /** Id of the screen that shows it. */
  screen: string
  block: BlockKind
  send: string
  /** Its label. For `pick` the title of the table or board, else of the screen. */
  label: Text
  payload: PayloadSpec
  /** Payloads that the engine accepts now: a form's samples, a list's rows, a button's own data. At least one unless a list or select is empty. */
  samples: EventData[]
}
