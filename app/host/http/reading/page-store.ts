import { LRUCache } from 'lru-cache'
import type { KeptPage } from './kept-page'
import { sizeOf } from './kept-page'

/** Memory for kept pages, in bytes; the ones that were asked for the longest time ago go first. */
const MOST_BYTES = 64 * 1024 * 1024

export interface PageStore {
  /** A kept page, or the one that `render` makes. Requests at the same time share one rendering. */
  read(key: string, render: () => Promise<KeptPage | null>): KeptPage | Promise<KeptPage | null>
}

/** Keeps pages in memory. What `render` refuses to give is not kept. */
export function createPageStore(): PageStore {
  const kept = new LRUCache<string, KeptPage>({ maxSize: MOST_BYTES, sizeCalculation: sizeOf })
  const pending = new Map<string, Promise<KeptPage | null>>()
  return {
    read: (key, render) => {
      const known = kept.get(key) ?? pending.get(key)
      if (known) return known
      const rendering = render()
        .then((page) => {
          if (page) kept.set(key, page)
          return page
        })
        .finally(() => pending.delete(key))
      pending.set(key, rendering)
      return rendering
    },
  }
}
