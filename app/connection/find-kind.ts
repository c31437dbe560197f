import type { RefusalKind, TroubleKind } from './trouble'

/** Marks a form response that is an error, where other responses are results that the page shows itself. */
export const REFUSED_HEADER = 'X-Foyer-Refused'

/** An address of our own that is cheap and that no tracker list blocks. */
const ALIVE = '/healthz'
const PATIENCE_MS = 5_000

/** Whether the server can be reached at all. */
export async function isReachable(ask: typeof fetch): Promise<boolean> {
  try {
    const answer = await ask(ALIVE, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) })
    return answer.ok
  } catch {
    return false
  }
}

/** Why a request got no response: no connection, or something that blocks this address. */
export async function kindOfFailure(ask: typeof fetch): Promise<TroubleKind> {
  if (!navigator.onLine) return 'offline'
  return (await isReachable(ask)) ? 'blocked' : 'offline'
}

const OURS = 'X-Remix-Response'

type Answer = Pick<Response, 'status' | 'headers'>

/** What is wrong with a response, by whether something was `sent`; null for a response that a page can show. */
export function kindOfAnswer(answer: Answer, sent = false): TroubleKind | null {
  if (answer.status >= 500) return 'failed'
  const refusal = sent ? refusalOf(answer) : null
  if (refusal) return refusal
  if (answer.headers.has(OURS)) return null
  return answer.status === 429 ? 'failed' : 'foreign'
}

const REFUSALS = new Map<number, RefusalKind>([
  [401, 'signedOut'],
  [403, 'forbidden'],
  [413, 'tooLarge'],
])

/** A refusal that would replace the page, and what was typed there, with an error. */
function refusalOf({ status, headers }: Answer): RefusalKind | null {
  const isProblem = headers.get('Content-Type')?.startsWith('application/problem+json') ?? false
  return isProblem || headers.has(REFUSED_HEADER) ? (REFUSALS.get(status) ?? null) : null
}
