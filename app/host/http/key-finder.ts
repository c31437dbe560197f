import { findApiKeyByHash } from '#db/queries/api-keys'
import { hashApiKey, looksLikeApiKey } from '~/platform/sign-in/api-key'
import { createBoundedCache } from '~/platform/cache/bounded-cache'
import type { App } from '~/platform/context/context'

/** The id of a known, unrevoked key for what a client sent; null for anything else. */
export type KeyFinder = (secret: string) => Promise<string | null>

const REMEMBERED = 1_000
const TRUSTED_MS = 10_000

/**
 * Looks up keys for rate limits only, so the result may be stale: a known key is cached for ten seconds. Unknown keys
 * are not cached, and malformed ones need no look-up. Without a database no key is known.
 */
export function createKeyFinder({ db }: Pick<App, 'db'>): KeyFinder {
  const known = createBoundedCache<{ id: string; until: number }>(REMEMBERED)
  return async (secret) => {
    if (!looksLikeApiKey(secret)) return null
    const hash = hashApiKey(secret)
    const remembered = known.get(hash)
    if (remembered && remembered.until > performance.now()) return remembered.id
    const key = await findApiKeyByHash(db, hash).catch(() => null)
    if (!key) return null
    known.set(hash, { id: key.id, until: performance.now() + TRUSTED_MS })
    return key.id
  }
}
