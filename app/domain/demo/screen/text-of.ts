import { isLocale, type Text } from '~/domain/text'
import { numeral } from '../expression/decimal'
import { isJsonObject, type Json } from '~/domain/json'

/** A value of the world that is a text in several languages, as a text; null when it is something else. */
export function asText(value: Json): Text | null {
  if (!isJsonObject(value)) return null
  const entries = Object.entries(value)
  const isText =
    entries.length > 0 && entries.every(([key, item]) => isLocale(key) && typeof item === 'string')
  return isText ? Object.fromEntries(entries) : null
}

/** Any value as a text: texts unchanged, anything else printed the same in every language. */
export function textOf(value: Json): Text {
  const text = asText(value)
  if (text) return text
  return { en: printed(value) }
}

function printed(value: Json): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numeral(value)
  return value === null ? '' : JSON.stringify(value)
}
