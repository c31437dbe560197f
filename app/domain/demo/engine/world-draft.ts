import { isForbiddenKey, isJsonObject, own, type Json, type JsonObject } from '~/domain/json'

/**
 * A world while one event changes it. The objects along a changed path are copied once; everything else is shared with
 * the previous world, which does not change. A written value must not contain a map of this draft, which may still
 * change.
 */
export class WorldDraft {
  private readonly copies: JsonObject[] = []

  /** The world after the last change. It is changed in place until the event is over. */
  world: JsonObject

  constructor(before: JsonObject) {
    this.world = before
  }

  /** @throws Error when a parent is missing or not a map, or a key is reserved */
  write(segments: readonly string[], value: Json): void {
    let map = (this.world = this.copyOf(this.world))
    const last = segments.length - 1
    for (let index = 0; index < last; index++) {
      const key = writable(segments, index)
      const child = own<Json>(map, key)
      if (!isJsonObject(child))
        throw new Error(`${key} is not a map: cannot write to ${segments.slice(index).join('.')} in it`)
      map = map[key] = this.copyOf(child)
    }
    map[writable(segments, last)] = value
  }

  private copyOf(map: JsonObject): JsonObject {
    if (this.copies.includes(map)) return map
    const copy = { ...map }
    this.copies.push(copy)
    return copy
  }
}

function writable(segments: readonly string[], index: number): string {
  const key = segments[index]
  if (key !== undefined && !isForbiddenKey(key)) return key
  throw new Error(`cannot write to ${segments.slice(index).join('.')}`)
}
