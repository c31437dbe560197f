import type { Scalar } from '../json'
import type { FieldKind } from './form.schema'
import type { ActionView, BlockViewBase } from './shared'

export type OptionView = { value: string; label: string }
export type FieldView = {
  name: string
  kind: FieldKind
  label: string
  required: boolean
  min: number | null
  max: number | null
  pattern: string | null
  options: OptionView[] | null
  initial: Scalar
  placeholder: string | null
  help: string | null
  tip: string | null
}
/** The submit action carries no data of its own: the player sends what the fields hold. */
export type FormView = BlockViewBase & { kind: 'form'; fields: FieldView[]; submit: ActionView }
