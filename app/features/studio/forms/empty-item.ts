import type { Entry } from '~/domain/content/forms/entry'
import { isJsonObject } from '~/domain/json'
import type { Json } from '~/domain/json'

/** A new item of a list: its required fields, empty. Its id differs from those of the others. */
export function emptyItem(field: Entry, others: readonly unknown[]): Json {
  switch (field.kind) {
    case 'group':
      return Object.fromEntries(
        field.fields
          .filter(({ isRequired }) => isRequired)
          .map(({ name, field: inner }) => [name, name === 'id' ? newId(others) : emptyItem(inner, [])]),
      )
    case 'choices':
    case 'list':
      return []
    case 'text':
    case 'map':
      return {}
    case 'number':
      return field.min ?? 0
    case 'yes-no':
      return false
    case 'choice':
      return field.options[0] ?? ''
    default:
      return ''
  }
}

function newId(others: readonly unknown[]): string {
  const taken = others.map((other) => (isJsonObject(other) ? other.id : null))
  for (let number = others.length + 1; ; number++)
    if (!taken.includes(`item-${number}`)) return `item-${number}`
}
