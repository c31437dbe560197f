import { canonicalJson, isJsonObject, type Json, type JsonObject } from '~/domain/json'
import { asText } from '../screen/text-of'

/**
 * One difference between two worlds. `path` leads there by keys; in a list whose rows have ids, a row is named by its
 * id: `world.invoices`, then `INV-2046`, then `status`. A text in several locales is one value. A side is undefined
 * where it has no such path.
 */
export type WorldDifference = { path: string[]; left: Json | undefined; right: Json | undefined }

/**
 * Differences between two worlds, in the order of the left one, then what only the right one has. Rows are identified
 * by id.
 */
export function worldDifferences(left: JsonObject, right: JsonObject): WorldDifference[] {
  return differences(left, right, ['world'])
}

function differences(left: Json | undefined, right: Json | undefined, path: string[]): WorldDifference[] {
  if (isMap(left) && isMap(right)) return inMaps(left, right, path)
  const [lefts, rights] = [rowsById(left), rowsById(right)]
  if (lefts && rights) return inMaps(lefts, rights, path)
  return canonicalJson(left ?? null) === canonicalJson(right ?? null) &&
    (left === undefined) === (right === undefined)
    ? []
    : [{ path, left, right }]
}

/** A text is compared as one value: its locales say the same thing. */
function isMap(value: Json | undefined): value is JsonObject {
  return isJsonObject(value) && asText(value) === null
}

function inMaps(left: JsonObject, right: JsonObject, path: string[]): WorldDifference[] {
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])]
  return keys.flatMap((key) => differences(ownOf(left, key), ownOf(right, key), [...path, key]))
}

function ownOf(map: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined
}

/** The rows of a list by their ids; null when it is not a list, or some row has no unique id. */
function rowsById(value: Json | undefined): JsonObject | null {
  if (!Array.isArray(value)) return null
  const rows = new Map<string, Json>()
  for (const row of value) {
    if (!isJsonObject(row) || typeof row.id !== 'string' || rows.has(row.id)) return null
    rows.set(row.id, row)
  }
  return Object.fromEntries(rows)
}
