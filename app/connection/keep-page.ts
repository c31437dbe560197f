import { kindOfAnswer, kindOfFailure } from './find-kind'
import { takeLastForm } from './last-form'
import type { PageRouter } from './router'
import { hrefOf, isStaying, remixWindow, stayHere } from './router'
import type { TroubleKind } from './trouble'
import { currentTrouble, showTrouble, watchTrouble } from './trouble'

/**
 * The router's requests for data go through this one place. What gets no answer, or none of ours, leaves the page and
 * what was typed as they are, says so, and can be tried again; left to itself the router would show an error instead.
 */
export function keepPage(plain: typeof fetch): typeof fetch {
  return (input, init) => (isPageData(input) ? insist(plain, input, init) : plain(input, init))
}

async function insist(
  plain: typeof fetch,
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): Promise<Response> {
  const sent = (init?.method ?? 'GET') !== 'GET'
  const sendForm = sent ? takeLastForm() : null
  for (;;) {
    const outcome = await attempt(plain, input, init, sent)
    if (outcome instanceof Response) {
      clear(sent)
      return outcome
    }
    const end = await settle({ kind: outcome, sent, sendForm, signal: init?.signal ?? null })
    if (end) return end
  }
}

/** An answer shows that all is well; only one to something sent, that nothing waits to be sent. */
function clear(sent: boolean): void {
  if (sent || !currentTrouble()?.sent) showTrouble(null)
}

function isPageData(input: RequestInfo | URL): boolean {
  const url =
    input instanceof URL ? input : new URL(input instanceof Request ? input.url : input, location.href)
  return url.origin === location.origin && url.pathname.endsWith('.data')
}

async function attempt(
  plain: typeof fetch,
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  sent: boolean,
): Promise<Response | TroubleKind> {
  try {
    const answer = await plain(input, init)
    return kindOfAnswer(answer, sent) ?? answer
  } catch (error) {
    if (init?.signal?.aborted) throw error
    return kindOfFailure(plain)
  }
}

interface Failed {
  kind: TroubleKind
  sent: boolean
  sendForm: (() => boolean) | null
  signal: AbortSignal | null
}

/**
 * Says what is wrong. A navigation ends here, and is begun anew by trying again; so is what a fetcher's form sent, and what
 * would be refused again as it is. Anything else waits, and asks the same once more when told to: then the answer is null.
 */
async function settle({ kind, sent, sendForm, signal }: Failed): Promise<Response | null> {
  const router = remixWindow().__remixRouter
  if (router && isStaying(router) && signal) return online(signal)
  const again = router && navigationAgain(router, sent)
  if (router && again && signal) {
    showTrouble({ kind, sent, again: () => void (sendForm?.() || again()) })
    void stayHere(router)
    return ended(signal)
  }
  if (sendForm) {
    showTrouble({ kind, sent, again: () => void sendForm() })
    return unanswered()
  }
  if (kind === 'forbidden' || kind === 'tooLarge') {
    showTrouble({ kind, sent, again: null })
    return unanswered()
  }
  return (await wanted({ kind, sent, signal })) ? null : unanswered()
}

/** A way to begin the navigation under way once more; null when there is none, or when its sending got through already. */
function navigationAgain(router: PageRouter, sent: boolean): (() => void) | null {
  const { navigation, location: here } = router.state
  const { state, location: to, formMethod, formAction, formEncType, formData } = navigation
  if (state === 'idle' || !to) return null
  if (sent)
    return formAction === undefined
      ? null
      : () => void router.navigate(formAction, { formMethod, formEncType, formData })
  const reloads =
    formMethod !== undefined && formMethod.toUpperCase() !== 'GET' && to.pathname === here.pathname
  return reloads ? null : () => void router.navigate(hrefOf(to))
}

/** Waits for the end of a navigation that another one takes over. */
function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = () => reject(signal.reason as Error)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}

/** Waits until the connection is back. */
function online(signal: AbortSignal): Promise<null> {
  const back = new Promise<null>((resolve) => {
    window.addEventListener('online', () => resolve(null), { once: true, signal })
  })
  return Promise.race([back, ended(signal)])
}

/**
 * Waits until somebody tries again, or the connection is back where that repeats nothing. False for something sent whose
 * notice is gone: nobody waits for it any more, and its sender may send anew.
 */
function wanted({ kind, sent, signal }: Omit<Failed, 'sendForm'>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const end = (isWanted: boolean) => {
      window.removeEventListener('online', again)
      forget()
      resolve(isWanted)
    }
    const again = () => end(true)
    const trouble = { kind, sent, again }
    // Trying again takes the notice away first.
    const lookAgain = () => queueMicrotask(() => currentTrouble() !== trouble && end(false))
    if (!sent) window.addEventListener('online', again)
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    showTrouble(trouble)
    // Whoever is signed out keeps waiting: an answer would make the router ask anew, and be led to the sign-in page.
    const forget = sent && kind !== 'signedOut' ? watchTrouble(lookAgain) : () => {}
  })
}

/** An answer whose data is null. Its status says that nothing changed, so that the router asks for nothing anew. */
const unanswered = (): Response => new Response('[{"_1":-5},"data"]\n', { status: 503 })
