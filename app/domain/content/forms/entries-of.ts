import { z } from 'zod'
import type { Entry, NamedEntry } from './entry'

/** The part of JSON Schema that our schemas give. */
interface Schema {
  title?: string
  type?: string
  const?: unknown
  enum?: string[]
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  propertyNames?: Schema
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
}

/** The fields of a form, generated from the schema of a document; in the order of the schema. */
export function entriesOf(schema: z.ZodType): NamedEntry[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
  const field = fieldOf(json)
  return field.kind === 'group' ? field.fields : []
}

function fieldOf(schema: Schema): Entry {
  if (schema.anyOf) return fieldOfUnion(schema.anyOf)
  if (schema.title === 'text') return { kind: 'text' }
  if (schema.const !== undefined) return { kind: 'fixed' }
  if (schema.enum) return { kind: 'choice', options: schema.enum }
  return BY_TYPE[schema.type ?? '']?.(schema) ?? { kind: 'source' }
}

const BY_TYPE: Record<string, (schema: Schema) => Entry> = {
  string: line,
  integer: (schema) => number(schema, true),
  number: (schema) => number(schema, false),
  boolean: () => ({ kind: 'yes-no' }),
  array: list,
  object: objectField,
}

function number({ minimum: min = null, maximum: max = null }: Nullable<Schema>, whole: boolean): Entry {
  return { kind: 'number', whole, min, max }
}

/** A value or nothing keeps its kind; ways to write one line, such as two kinds of addresses, are one line. */
function fieldOfUnion(options: Schema[]): Entry {
  const fields = options.filter((option) => option.type !== 'null').map(fieldOf)
  const [first] = fields
  if (first?.kind === 'group' && fields.length === 1) return { ...first, mayBeNull: true }
  const isLines = first !== undefined && fields.every((field) => field.kind === 'line')
  return isLines ? { kind: 'line', min: 1, max: null, pattern: null, format: null } : { kind: 'source' }
}

function line({ minLength = 0, maxLength = null, pattern = null, format = null }: Nullable<Schema>): Entry {
  return { kind: 'line', min: minLength ?? 0, max: maxLength, pattern, format }
}

type Nullable<T> = { [Key in keyof T]: T[Key] | null }

function list({ items, minItems: min = 0, maxItems: max = null }: Nullable<Schema>): Entry {
  const item = fieldOf(items ?? {})
  if (item.kind === 'choice') return { kind: 'choices', options: item.options, min: min ?? 0 }
  return { kind: 'list', item, min: min ?? 0, max }
}

function objectField({ properties, required = [], additionalProperties, propertyNames }: Schema): Entry {
  if (properties) {
    const fields = Object.entries(properties).map(([name, inner]): NamedEntry => ({
      name,
      field: fieldOf(inner),
      isRequired: required.includes(name),
    }))
    return { kind: 'group', fields, mayBeNull: false }
  }
  if (typeof additionalProperties !== 'object') return { kind: 'source' }
  return { kind: 'map', value: fieldOf(additionalProperties), names: fieldOf(propertyNames ?? {}) }
}
