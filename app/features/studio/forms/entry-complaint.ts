import type { Entry } from '~/domain/content/forms/entry'

/** Why a value does not fit its field, as a key of the words of forms with what fills it; null when the field cannot tell. */
export type EntryComplaint =
  | { key: 'required' | 'pattern' | 'whole' | 'number' | 'choose' | 'email' | 'date' }
  | { key: 'most' | 'least' | 'items'; count: number }
  | { key: 'long'; most: number }

/** What is wrong with a value, told by its field. */
export function entryComplaint(field: Entry, value: unknown): EntryComplaint | null {
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
      return isEmpty(value) ? { key: 'required' } : null
    default:
      return null
  }
}

function isEmpty(value: unknown): boolean {
  return typeof value !== 'object' || value === null || Object.keys(value).length === 0
}

function lineComplaint(field: Entry & { kind: 'line' }, value: unknown): EntryComplaint | null {
  if (value === undefined || value === null || value === '') return { key: 'required' }
  const text = String(value)
  if (field.max !== null && text.length > field.max) return { key: 'long', most: field.max }
  if (field.format === 'email' || field.format === 'date') return { key: field.format }
  return field.pattern !== null && !new RegExp(field.pattern).test(text) ? { key: 'pattern' } : null
}

function numberComplaint(field: Entry & { kind: 'number' }, value: unknown): EntryComplaint | null {
  if (value === undefined || value === null) return { key: 'required' }
  if (typeof value !== 'number') return { key: 'number' }
  if (field.min !== null && value < field.min) return { key: 'least', count: field.min }
  if (field.max !== null && value > field.max) return { key: 'most', count: field.max }
  return field.whole && !Number.isInteger(value) ? { key: 'whole' } : null
}
