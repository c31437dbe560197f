import type { TrialQueue } from './trial-queue'

/** The part of the browser's page that reports visibility and connection. */
export interface PageTargets {
  window: EventTarget
  document: EventTarget & { readonly visibilityState: DocumentVisibilityState }
}

/**
 * Lets the queue know when the page goes and comes back. Hiding is the last thing that a phone's browser reliably tells
 * before it ends a page, so everything leaves then. Gives a function that stops listening.
 */
export function followPage(queue: Pick<TrialQueue, 'hide' | 'wake'>, page: PageTargets): () => void {
  const listening = new AbortController()
  const { signal } = listening
  const onVisibility = (): void => (page.document.visibilityState === 'hidden' ? queue.hide() : queue.wake())
  page.document.addEventListener('visibilitychange', onVisibility, { signal })
  page.window.addEventListener('pagehide', () => queue.hide(), { signal })
  page.window.addEventListener('pageshow', () => queue.wake(), { signal })
  page.window.addEventListener('online', () => queue.wake(), { signal })
  return () => listening.abort()
}
