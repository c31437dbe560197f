import { isDay } from '~/domain/day'
import type { FieldKind } from '../format/blocks/form.schema'
import { emptyValue } from '../format/empty-value'
import { isForbiddenKey, isJsonObject, isStorableText, own, type Json, type Scalar } from '~/domain/json'
import type { EventData, FieldSpec, PayloadSpec } from './control'
import { stepProblem } from './number-steps'
import { MAX_PATTERN_TEXT } from '../expression/pattern'
import { isBlank, textLength } from './text-length'

/** Longest text that an event may carry in one field. */
const MAX_TEXT = 2_000
const MAX_NUMBER = 1e15

export type Accepted = { ok: true; data: EventData } | { ok: false; at: string; message: string }

const refuse = (at: string, message: string): Accepted => ({ ok: false, at, message })

/** Checks the data of an event against what its control sends, and completes it. */
export function acceptPayload(spec: PayloadSpec, data: unknown): Accepted {
  if (data !== undefined && !isJsonObject(data)) return refuse('data', 'The data of an event is a map.')
  const given = data ?? {}
  const forbidden = Object.keys(given).find(isForbiddenKey)
  if (forbidden !== undefined) return refuse(`data.${forbidden}`, 'This name is reserved.')
  switch (spec.kind) {
    case 'none':
      return acceptFixed({}, given)
    case 'fixed':
      return acceptFixed(spec.data, given)
    case 'row':
      return acceptRow(spec.rows, given)
    case 'form':
      return acceptForm(spec.fields, given)
  }
}

function acceptFixed(expected: EventData, given: Record<string, unknown>): Accepted {
  for (const [name, value] of Object.entries(given)) {
    if (own<Scalar>(expected, name) !== value)
      return refuse(`data.${name}`, `This control does not send this ${name}.`)
  }
  return { ok: true, data: { ...expected } }
}

function acceptRow(rows: readonly { id: string }[], given: Record<string, Json>): Accepted {
  const extra = Object.keys(given).find((name) => name !== 'id')
  if (extra !== undefined) return refuse(`data.${extra}`, 'A row sends its id and nothing else.')
  const { id } = given
  if (typeof id !== 'string') return refuse('data.id', 'Name the row by its id.')
  if (!rows.some((row) => row.id === id)) return refuse('data.id', 'This row is not on screen.')
  return { ok: true, data: { id } }
}

/** Checks the data of a form; an absent field becomes empty: `''`, `false` or null by its kind. */
export function acceptForm(
  fields: readonly FieldSpec[],
  given: { readonly [name: string]: unknown },
): Accepted {
  const unknown = Object.keys(given).find((name) => !fields.some((field) => field.name === name))
  if (unknown !== undefined) return refuse(`data.${unknown}`, 'The form has no such field.')
  const data: EventData = {}
  for (const field of fields) {
    const value = own<unknown>(given, field.name) ?? emptyValue(field.kind)
    const problem = fieldProblem(field, value)
    if (problem !== null) return refuse(`data.${field.name}`, problem)
    data[field.name] = value === 0 ? 0 : (value as Scalar)
  }
  return { ok: true, data }
}

function isEmpty(value: unknown): boolean {
  return value === null || value === false || (typeof value === 'string' && isBlank(value))
}

/** What is wrong with the value of a field; null when nothing is, and then the value is a scalar. */
export function fieldProblem(field: FieldSpec, value: unknown): string | null {
  const { fits, message } = KINDS[field.kind]
  if (!fits(value, field)) return message
  if (isEmpty(value)) return field.required ? 'This field is required.' : null
  return typeof value === 'number' ? rangeProblem(field, value) : textProblem(field, value)
}

type KindCheck = { fits: (value: unknown, field: FieldSpec) => boolean; message: string }

const isText = (value: unknown) => typeof value === 'string'
const isNumber = (value: unknown) =>
  value === null || (typeof value === 'number' && Math.abs(value) <= MAX_NUMBER)

const KINDS: Record<FieldKind, KindCheck> = {
  text: { fits: isText, message: 'Expected a text.' },
  longtext: { fits: isText, message: 'Expected a text.' },
  number: { fits: isNumber, message: 'Expected a number.' },
  money: { fits: isNumber, message: 'Expected a number.' },
  checkbox: { fits: (value) => typeof value === 'boolean', message: 'Expected true or false.' },
  date: { fits: (value) => value === null || isDate(value), message: 'Expected a date such as 2025-01-31.' },
  select: {
    fits: (value, field) => value === null || isOption(field, value),
    message: 'Choose one of the options.',
  },
}

function isOption(field: FieldSpec, value: unknown): boolean {
  return field.options?.some((option) => option.value === value) ?? false
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && isDay(value)
}

function rangeProblem(field: FieldSpec, value: number): string | null {
  const { min, max, step } = field
  if (min !== undefined && value < min) return `At least ${min}.`
  if (max !== undefined && value > max) return `At most ${max}.`
  const off = stepProblem(field, value)
  if (off === null) return null
  return off === 'whole' ? 'A whole number, please.' : `In steps of ${step} from ${min ?? 0}.`
}

function dayProblem({ earliest, latest }: FieldSpec, value: string): string | null {
  if (earliest !== undefined && value < earliest) return `Not before ${earliest}.`
  return latest !== undefined && value > latest ? `Not after ${latest}.` : null
}

function textProblem(field: FieldSpec, value: unknown): string | null {
  if (typeof value !== 'string' || field.kind === 'select') return null
  if (field.kind === 'date') return dayProblem(field, value)
  if (!isStorableText(value)) return 'This text holds characters that cannot be kept.'
  const { min = 0, max = MAX_TEXT, pattern } = field
  const length = textLength(value)
  if (length > Math.min(max, MAX_TEXT)) return `At most ${Math.min(max, MAX_TEXT)} characters.`
  if (length < min) return `At least ${min} characters.`
  return pattern === undefined || matchesPattern(pattern, value)
    ? null
    : 'This does not have the expected form.'
}

const patterns = new Map<string, RegExp>()

function matchesPattern(pattern: string, value: string): boolean {
  if (value.length > MAX_PATTERN_TEXT) return false
  const known = patterns.get(pattern) ?? new RegExp(`^(?:${pattern})$`, 'u')
  if (patterns.size < 1_000) patterns.set(pattern, known)
  return known.test(value)
}
