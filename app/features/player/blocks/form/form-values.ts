import type { Day } from '~/domain/day'
import type { FieldView } from '~/domain/demo/screen/blocks/form'
import type { EventData } from '~/domain/demo/screen/controls'
import type { Scalar } from '~/domain/json'
import { stepProblem } from '~/domain/demo/screen/number-steps'
import { isBlank, textLength } from '~/domain/demo/screen/text-length'

/** The values of the fields while typing: texts as typed, checkboxes as booleans. */
export type FormValues = Record<string, string | boolean>

/** Why the value of a field is not valid. The locale files have a text for each code. */
export interface FieldError {
  code:
    | 'required'
    | 'notNumber'
    | 'tooSmall'
    | 'tooLarge'
    | 'whole'
    | 'step'
    | 'tooEarly'
    | 'tooLate'
    | 'tooShort'
    | 'tooLong'
    | 'pattern'
    | 'notOption'
  limit?: number | Day
}

export type FieldErrors = Record<string, FieldError>

const isNumeric = (field: FieldView) => field.kind === 'number' || field.kind === 'money'

function written(field: FieldView, value: Scalar | undefined): string | boolean {
  if (field.kind === 'checkbox') return value === true
  return value === null || value === undefined ? '' : String(value)
}

/** The initial values of a form. */
export function initialValues(fields: readonly FieldView[]): FormValues {
  return Object.fromEntries(fields.map((field) => [field.name, written(field, field.initial)]))
}

/** `values` with the fields in `data` filled in; other fields are unchanged. */
export function fillValues(fields: readonly FieldView[], values: FormValues, data: EventData): FormValues {
  const named = fields.filter((field) => field.name in data)
  return {
    ...values,
    ...Object.fromEntries(named.map((field) => [field.name, written(field, data[field.name])])),
  }
}

function readField(field: FieldView, value: string | boolean | undefined): Scalar {
  if (field.kind === 'checkbox') return value === true
  const text = String(value ?? '').trim()
  if (isBlank(text)) return null
  return isNumeric(field) ? readNumber(text) : text
}

/** The data of the form's event: numbers as numbers, without empty fields. */
export function readFormValues(fields: readonly FieldView[], values: FormValues): EventData {
  const entries = fields.map((field): [string, Scalar] => [field.name, readField(field, values[field.name])])
  return Object.fromEntries(entries.filter(([, value]) => value !== null))
}

function checkNumber(field: FieldView, value: number): FieldError | null {
  if (!Number.isFinite(value)) return { code: 'notNumber' }
  if (field.min !== null && value < field.min) return { code: 'tooSmall', limit: field.min }
  if (field.max !== null && value > field.max) return { code: 'tooLarge', limit: field.max }
  const off = stepProblem(field, value)
  return off === null ? null : { code: off, limit: field.step ?? 1 }
}

/** Parses a typed number, including full-width digits; NaN for anything else, such as 0x1F or 1e3. */
function readNumber(text: string): number {
  const plain = text.normalize('NFKC').replace('\u2212', '-')
  return /^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN
}

function checkDay({ earliest, latest }: FieldView, value: Day): FieldError | null {
  if (earliest !== null && value < earliest) return { code: 'tooEarly', limit: earliest }
  return latest !== null && value > latest ? { code: 'tooLate', limit: latest } : null
}

function checkText(field: FieldView, value: string): FieldError | null {
  if (field.options && !field.options.some((option) => option.value === value)) return { code: 'notOption' }
  if (field.kind === 'date') return checkDay(field, value)
  if (field.kind !== 'text' && field.kind !== 'longtext') return null
  const length = textLength(value)
  if (field.min !== null && length < field.min) return { code: 'tooShort', limit: field.min }
  if (field.max !== null && length > field.max) return { code: 'tooLong', limit: field.max }
  if (field.pattern !== null && !new RegExp(`^(?:${field.pattern})$`, 'u').test(value))
    return { code: 'pattern' }
  return null
}

/** The error of one field, or null. The engine checks again; this only saves a round trip. */
export function checkField(field: FieldView, value: string | boolean | undefined): FieldError | null {
  const read = readField(field, value)
  if (field.kind === 'checkbox') return field.required && read !== true ? { code: 'required' } : null
  if (read === null) return field.required ? { code: 'required' } : null
  return typeof read === 'number' ? checkNumber(field, read) : checkText(field, String(read))
}

/** The invalid fields. Empty when the form can be submitted. */
export function checkForm(fields: readonly FieldView[], values: FormValues): FieldErrors {
  const errors: FieldErrors = {}
  for (const field of fields) {
    const error = checkField(field, values[field.name])
    if (error) errors[field.name] = error
  }
  return errors
}
