import { isForbiddenKey, isJsonObject, own, type Json, type JsonObject } from './json'

/** Most rows that operations may append to a list: expressions walk lists inside lists, so length is time. */
export const MAX_ROWS = 200

/** The segments of `world.a.b`, without `world`. */
export function pathSegments(path: string): string[] {
  return path.split('.').slice(1)
}

/** The value at a path, undefined when there is none. Own keys only. */
export function readPath(world: JsonObject, segments: readonly string[]): Json | undefined {
  let value: Json | undefined = world
  for (const segment of segments) {
    if (!isJsonObject(value) || isForbiddenKey(segment)) return undefined
    value = own<Json>(value, segment)
  }
  return value
}

/**
 * A world in which the value at the path is another; everything beside the path is shared with the old one.
 * @throws Error when a parent is missing or no map, or a key is reserved
 */
export function writePath(world: JsonObject, segments: readonly string[], value: Json): JsonObject {
  const [head, ...rest] = segments
  if (head === undefined || isForbiddenKey(head)) throw new Error(`cannot write to ${segments.join('.')}`)
  if (rest.length === 0) return { ...world, [head]: value }
  const child = own<Json>(world, head)
  if (!isJsonObject(child))
    throw new Error(`${head} is not a map: cannot write to ${segments.join('.')} in it`)
  return { ...world, [head]: writePath(child, rest, value) }
}

/**
 * The list at a path.
 * @throws Error when there is none
 */
export function readList(world: JsonObject, segments: readonly string[]): Json[] {
  const value = readPath(world, segments)
  if (!Array.isArray(value)) throw new Error(`world.${segments.join('.')} is not a list`)
  return value
}

/**
 * A world with one more row at the end of a list.
 * @throws Error when there is no list or it is full
 */
export function appendRow(world: JsonObject, segments: readonly string[], row: Json): JsonObject {
  const list = readList(world, segments)
  if (list.length >= MAX_ROWS) throw new Error(`world.${segments.join('.')} holds at most ${MAX_ROWS} rows`)
  return writePath(world, segments, [...list, row])
}

/**
 * A row with some fields replaced.
 * @throws Error when the row is no map or a key is reserved
 */
export function patchRow(row: Json, fields: JsonObject): JsonObject {
  if (!isJsonObject(row)) throw new Error('only rows that are maps can be patched')
  const reserved = Object.keys(fields).find(isForbiddenKey)
  if (reserved !== undefined) throw new Error(`the key ${reserved} is reserved`)
  return { ...row, ...fields }
}
