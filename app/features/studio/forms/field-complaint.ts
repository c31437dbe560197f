import type { FormField } from '~/domain/content/forms/form-field'

/** Why a value does not fit its field, as a key of the words of forms with what fills it; null when the field cannot tell. */
export type FieldComplaint =
  | { key: 'required' | 'pattern' | 'whole' | 'number' | 'choose' | 'email' | 'date' }
  | { key: 'most' | 'least' | 'long' | 'items'; count: number }

/** What is wrong with a value, told by its field. */
export function fieldComplaint(field: FormField, value: unknown): FieldComplaint | null {
  switch (field.kind) {
    case 'line':
      return lineComplaint(field, value)
    case 'number':
      return numberComplaint(field, value)
    case 'choice':
      return field.options.includes(String(value)) ? null : { key: 'choose' }
    case 'choices':
    case 'list':
      return Array.isArray(value) && value.length >= field.min ? null : { key: 'items', count: field.min }
    case 'text':
      return value === undefined || value === null || Object.keys(value).length === 0 ? { key: 'required' } : null
    default:
      return null
  }
}

function lineComplaint(field: FormField & { kind: 'line' }, value: unknown): FieldComplaint | null {
  if (value === undefined || value === null || value === '') return { key: 'required' }
  const text = String(value)
  if (field.max !== null && text.length > field.max) return { key: 'long', count: field.max }
  if (field.format === 'email' || field.format === 'date') return { key: field.format }
  return field.pattern !== null && !new RegExp(field.pattern).test(text) ? { key: 'pattern' } : null
}

function numberComplaint(field: FormField & { kind: 'number' }, value: unknown): FieldComplaint | null {
  if (value === undefined || value === null) return { key: 'required' }
  if (typeof value !== 'number') return { key: 'number' }
  if (field.min !== null && value < field.min) return { key: 'least', count: field.min }
  if (field.max !== null && value > field.max) return { key: 'most', count: field.max }
  return field.whole && !Number.isInteger(value) ? { key: 'whole' } : null
}
