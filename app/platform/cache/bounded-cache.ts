import { LRUCache } from 'lru-cache'

export interface BoundedCache<Value extends NonNullable<unknown>> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  delete(key: string): void
}

/**
 * Holds at most `limit` entries and evicts the least recently used. It copies its keys: a key cut out of a longer text,
 * such as a header, would keep the whole text in memory.
 */
export function createBoundedCache<Value extends NonNullable<unknown>>(limit: number): BoundedCache<Value> {
  const entries = new LRUCache<string, Value>({ max: limit })
  return {
    get: (key) => entries.get(key),
    set: (key, value) => void entries.set(entries.has(key) ? key : Buffer.from(key).toString(), value),
    delete: (key) => void entries.delete(key),
  }
}
