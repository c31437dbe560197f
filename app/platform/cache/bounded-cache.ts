export interface BoundedCache<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  delete(key: string): void
}

/**
 * A map that holds at most `limit` entries and drops the one that was not used for longest. It keeps copies of its keys: a
 * key that was cut out of a longer text, such as a header, would hold all of that text in memory.
 */
export function createBoundedCache<Value>(limit: number): BoundedCache<Value> {
  const entries = new Map<string, { key: string; value: Value }>()
  return {
    get: (key) => {
      const found = entries.get(key)
      if (!found) return undefined
      entries.delete(key)
      entries.set(found.key, found)
      return found.value
    },
    set: (key, value) => {
      const own = entries.get(key)?.key ?? Buffer.from(key).toString()
      entries.delete(own)
      entries.set(own, { key: own, value })
      const [oldest] = entries.keys()
      if (entries.size > limit && oldest !== undefined) entries.delete(oldest)
    },
    delete: (key) => void entries.delete(key),
  }
}
