import type { TrialQueue } from './trial-queue'

/** The part of the browser's page that reports visibility and connection. */
export interface PageTargets {
  window: EventTarget
  document: EventTarget & { readonly visibilityState: DocumentVisibilityState }
}

/**
 * Tells the queue when the page is hidden, closed or back. Hiding is the last event that mobile browsers reliably
 * report before they end a page, so all events are sent then. Returns a function that stops listening.
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
