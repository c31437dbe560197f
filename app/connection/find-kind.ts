import type { Refusal, TroubleKind } from './trouble'

/** Marks the data of a form's answer that is an error, where others are results which the page shows by itself. */
export const REFUSED_HEADER = 'X-Foyer-Refused'

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

type Answer = Pick<Response, 'status' | 'headers'>

/** What is wrong with an answer to something that was asked for or `sent`; null for one of ours that a page can show. */
export function kindOfAnswer(answer: Answer, sent = false): TroubleKind | null {
  if (answer.status >= 500) return 'failed'
  const refusal = sent ? refusalOf(answer) : null
  if (refusal) return refusal
  if (answer.headers.has(OURS)) return null
  return answer.status === 429 ? 'failed' : 'foreign'
}

const REFUSALS = new Map<number, Refusal>([
  [401, 'signedOut'],
  [403, 'forbidden'],
  [413, 'tooLarge'],
])

/** A refusal that would put an error in the place of the page, and of what was typed there. */
function refusalOf({ status, headers }: Answer): Refusal | null {
  const isProblem = headers.get('Content-Type')?.startsWith('application/problem+json') ?? false
  return isProblem || headers.has(REFUSED_HEADER) ? (REFUSALS.get(status) ?? null) : null
}
