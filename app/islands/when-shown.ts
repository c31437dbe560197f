/** Calls back when the document is shown, not while a browser prepares it. Returns a function that stops waiting. */
export function whenShown(shown: () => void): () => void {
  const page = document as Document & { prerendering?: boolean }
  if (!page.prerendering) {
    shown()
    return () => {}
  }
  const waiting = new AbortController()
  page.addEventListener('prerenderingchange', shown, { once: true, signal: waiting.signal })
  return () => waiting.abort()
}
