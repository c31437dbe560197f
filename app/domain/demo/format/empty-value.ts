import type { FieldKind } from './blocks/form.schema'
import type { Scalar } from '~/domain/json'

/** What a field holds when nobody filled it: events always carry every field of their form. */
export function emptyValue(kind: FieldKind): Scalar {
  if (kind === 'text' || kind === 'longtext') return ''
  return kind === 'checkbox' ? false : null
}
