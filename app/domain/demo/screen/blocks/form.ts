import { dayAt, readTime, type Day } from '~/domain/day'
import { emptyValue } from '../../format/empty-value'
import { formSamples } from '../form-samples'
import type { Control, FieldSpec, OptionSpec } from '../control'
import { isJsonObject, type Json, type Scalar } from '~/domain/json'
import type { Presenter } from '../presenter'
import type { Reader } from '../reader'
import { textOf } from '../text-of'
import type { FieldKind, FormSpec, FormFieldSpec } from '../../format/blocks/form.schema'
import { NO_WORDS, isLocked, rowId, wants, type BlockPlace } from './block-place'
import type { ActionView, BlockViewBase } from './view-parts'

type OptionView = { value: string; label: string }
export type FieldView = {
  name: string
  kind: FieldKind
  label: string
  required: boolean
  min: number | null
  max: number | null
  whole: boolean
  step: number | null
  earliest: Day | null
  latest: Day | null
  pattern: string | null
  options: OptionView[] | null
  initial: Scalar
  placeholder: string | null
  help: string | null
  tip: string | null
}
/** The submit action carries no data of its own: the player sends what the fields hold. */
export type FormView = BlockViewBase & { kind: 'form'; fields: FieldView[]; submit: ActionView }

export function formControls(block: FormSpec, place: BlockPlace): Control[] {
  if (!wants(place, block.send) || isLocked(block, place.at, place)) return []
  const fields = fieldSpecs(block, place.at, place.reader, place.bare)
  return [
    {
      id: place.at,
      kind: 'form',
      screen: place.screen,
      block: place.block,
      send: block.send,
      label: block.submit ?? place.title,
      payload: { kind: 'form', fields },
      samples: place.bare ? [] : formSamples(fields, block.samples, place.reader.run.startedAt),
    },
  ]
}

export function formView(block: FormSpec, at: string, presenter: Presenter): FormView {
  const specs = fieldSpecs(block, at, presenter.reader)
  const label = block.submit ?? block.title ?? { en: 'Save', zh: '保存', es: 'Guardar' }
  const pressed = { send: block.send, label, tone: 'primary' as const, needs: block.needs }
  return {
    kind: 'form',
    ...presenter.base(block, at),
    fields: block.fields.flatMap((field, index) => {
      const spec = specs[index]
      return spec ? [fieldView(field, spec, presenter)] : []
    }),
    submit: presenter.action(pressed, at, null),
  }
}

function fieldView(field: FormFieldSpec, spec: FieldSpec, presenter: Presenter): FieldView {
  const options = spec.options?.map(({ value, label }) => ({ value, label: presenter.text(label) }))
  return {
    name: field.name,
    kind: field.kind,
    label: presenter.text(field.label),
    required: spec.required,
    min: spec.min ?? null,
    max: spec.max ?? null,
    whole: spec.whole ?? false,
    step: spec.step ?? null,
    earliest: spec.earliest ?? null,
    latest: spec.latest ?? null,
    pattern: spec.pattern ?? null,
    options: options ?? null,
    initial: spec.initial,
    placeholder: presenter.textOrNull(field.placeholder),
    help: presenter.textOrNull(field.help),
    tip: presenter.tip(field.tip),
  }
}

function fieldSpecs(block: FormSpec, at: string, reader: Reader, bare = false): FieldSpec[] {
  return block.fields.map((field, index) => fieldSpec(field, `${at}.fields.${index}`, reader, bare))
}

function fieldSpec(field: FormFieldSpec, at: string, reader: Reader, bare: boolean): FieldSpec {
  const { name, kind, label, required = false, min, max, whole, step, pattern } = field
  const initial = bare ? null : initialValue(field, at, reader)
  const spec: FieldSpec = { name, kind, label, required, initial }
  if (min !== undefined) spec.min = min
  if (max !== undefined) spec.max = max
  if (whole !== undefined) spec.whole = whole
  if (step !== undefined) spec.step = step
  if (pattern !== undefined) spec.pattern = pattern
  Object.assign(spec, dayBounds(field, at, reader))
  if (kind === 'select') spec.options = fieldOptions(field, at, reader, bare)
  return spec
}

/** A bound whose expression gives no date is ignored. */
function dayBounds(field: FormFieldSpec, at: string, reader: Reader): Pick<FieldSpec, 'earliest' | 'latest'> {
  const bounds: Pick<FieldSpec, 'earliest' | 'latest'> = {}
  for (const bound of ['earliest', 'latest'] as const) {
    const source = field[bound]
    const value = source === undefined ? null : reader.value(source, `${at}.${bound}`)
    const time = typeof value === 'string' ? readTime(value) : null
    if (time !== null) bounds[bound] = dayAt(time)
  }
  return bounds
}

function fieldOptions(field: FormFieldSpec, at: string, reader: Reader, bare: boolean): OptionSpec[] {
  if (typeof field.options !== 'string') return field.options ?? []
  const options: OptionSpec[] = []
  for (const row of reader.rows(field.options, `${at}.options`)) {
    const value = rowId(row)
    if (value !== null)
      options.push({ value, label: bare ? NO_WORDS : textOf(optionLabel(field, at, reader, row)) })
  }
  return options
}

function optionLabel(field: FormFieldSpec, at: string, reader: Reader, row: Json): Json {
  if (field.optionLabel !== undefined) return reader.value(field.optionLabel, `${at}.optionLabel`, row)
  return isJsonObject(row) ? (row.name ?? row.id ?? null) : null
}

function initialValue(field: FormFieldSpec, at: string, reader: Reader): Scalar {
  if (field.value !== undefined) {
    const value = reader.value(field.value, `${at}.value`)
    return typeof value === 'object' ? null : value
  }
  return emptyValue(field.kind)
}
