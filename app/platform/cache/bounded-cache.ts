import { LRUCache } from 'lru-cache'

export interface BoundedCache<Value extends NonNullable<unknown>> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  delete(key: string): void
}

/**
 * Holds at most `limit` entries and drops the one that was not used for longest. It keeps copies of its keys: a key that
 * was cut out of a longer text, such as a header, would hold all of that text in memory.
 */
export function createBoundedCache<Value extends NonNullable<unknown>>(limit: number): BoundedCache<Value> {
  const entries = new LRUCache<string, Value>({ max: limit })
  return {
    get: (key) => entries.get(key),
    set: (key, value) => void entries.set(entries.has(key) ? key : Buffer.from(key).toString(), value),
    delete: (key) => void entries.delete(key),
  }
}
