import { kindOfAnswer, kindOfFailure } from './find-kind'
import { takeLastForm } from './last-form'
import type { PageRouter } from './router'
import { hrefOf, isStaying, remixWindow, stayHere } from './router'
import type { TroubleKind } from './trouble'
import { currentTrouble, showTrouble, watchTrouble } from './trouble'

/**
 * All data requests of the router go through this module. A request without a usable response leaves the page and what
 * was typed as they are, shows a notice, and can be tried again; the router by itself would show an error instead.
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

/**
 * Any good response clears the notice, but only a response to something sent shows that nothing is waiting to be sent.
 */
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
    return kindOfAnswer(answer, sent) ?? (await whole(answer))
  } catch (error) {
    if (init?.signal?.aborted) throw error
    return kindOfFailure(plain)
  }
}

/**
 * The response once all of its body has arrived: one that breaks off is a request that failed, and one that is given up
 * ends here. Remix decodes as it reads, and would log an error for both.
 */
async function whole(answer: Response): Promise<Response> {
  if (answer.body === null) return answer
  const { status, statusText, headers } = answer
  return new Response(await answer.arrayBuffer(), { status, statusText, headers })
}

interface Failed {
  kind: TroubleKind
  sent: boolean
  sendForm: (() => boolean) | null
  signal: AbortSignal | null
}

/**
 * Shows what is wrong. A navigation ends here and is restarted by trying again; so are submissions of a fetcher, and
 * requests that would be refused again. Anything else waits and repeats the same request when told to: then the result
 * is null.
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

/**
 * A function that restarts the pending navigation; null when there is none, or when its submission already got through.
 */
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

/** Waits for the end of a navigation that another one replaces. */
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
 * Waits until the user tries again, or until the connection is back if nothing would be submitted twice. False when the
 * notice of a submission was dismissed: nobody waits for it, and the user may submit again.
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
    // Trying again removes the notice first.
    const lookAgain = () => queueMicrotask(() => currentTrouble() !== trouble && end(false))
    if (!sent) window.addEventListener('online', again)
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    showTrouble(trouble)
    // When signed out, keep waiting: a response would make the router revalidate and redirect to the sign-in page.
    const forget = sent && kind !== 'signedOut' ? watchTrouble(lookAgain) : () => {}
  })
}

/** A response without data. Its status says that nothing changed, so the router does not revalidate. */
const unanswered = (): Response => new Response('[{"_1":-5},"data"]\n', { status: 503 })
