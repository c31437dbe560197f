import type { TroubleKind } from './trouble'

/** An address of our own that costs nothing and that no list of trackers names. */
const ALIVE = '/healthz'
const PATIENCE_MS = 5_000

/** Whether we can be reached at all. */
export async function isReachable(ask: typeof fetch): Promise<boolean> {
  try {
    const answer = await ask(ALIVE, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) })
    return answer.ok
  } catch {
    return false
  }
}

/** What a request that got no answer met: nothing reachable, or something that holds back this address alone. */
export async function kindOfFailure(ask: typeof fetch): Promise<TroubleKind> {
  if (!navigator.onLine) return 'offline'
  return (await isReachable(ask)) ? 'blocked' : 'offline'
}

const OURS = 'X-Remix-Response'

/** What is wrong with an answer; null for one of ours that a page can show. */
export function kindOfAnswer(answer: Pick<Response, 'status' | 'headers'>): TroubleKind | null {
  if (answer.status >= 500) return 'failed'
  if (answer.headers.has(OURS)) return null
  return answer.status === 429 ? 'failed' : 'foreign'
}
