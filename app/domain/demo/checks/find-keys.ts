import { isJsonObject } from '~/domain/json'

/** Maps whose keys are chosen by the author, not by the format. */
const FREE = new Set(['with', 'samples', 'values'])

export type FoundKey = { at: string; value: string }

/** Every place below a node where `key` has a text. */
export function findKeys(value: unknown, key: string, at: string): FoundKey[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => findKeys(item, key, `${at}.${index}`))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([name, item]) => {
    const place = `${at}.${name}`
    if (name === key && typeof item === 'string') return [{ at: place, value: item }]
    return FREE.has(name) ? [] : findKeys(item, key, place)
  })
}
