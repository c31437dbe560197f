import { isForbiddenKey, isJsonObject, own, type Json, type JsonObject } from '~/domain/json'

/** Most rows that operations may append to a list: expressions loop over lists inside lists, so length costs time. */
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
 * The list at a path.
 * @throws Error when there is none
 */
export function readList(world: JsonObject, segments: readonly string[]): Json[] {
  const value = readPath(world, segments)
  if (!Array.isArray(value)) throw new Error(`world.${segments.join('.')} is not a list`)
  return value
}

/**
 * The list at a path, to which one more row may be appended.
 * @throws Error when there is no list or it is full
 */
export function listWithRoom(world: JsonObject, segments: readonly string[]): Json[] {
  const list = readList(world, segments)
  if (list.length >= MAX_ROWS) throw new Error(`world.${segments.join('.')} holds at most ${MAX_ROWS} rows`)
  return list
}
