import type { FieldKind } from './blocks/form.schema'
import type { Scalar } from '~/domain/json'

/** The value of a field that nobody filled: events always carry every field of their form. */
export function emptyValue(kind: FieldKind): Scalar {
  if (kind === 'text' || kind === 'longtext') return ''
  return kind === 'checkbox' ? false : null
}
