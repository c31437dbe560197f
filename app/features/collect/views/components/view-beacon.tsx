import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'
import { tell } from '~/connection/tell'
import { ViewPicture } from './view-picture'

/** Tells that the page is looked at: once it is shown, not while a browser prepares it. Without scripts a picture tells. */
export function ViewBeacon() {
  const { pathname } = useLocation()
  useEffect(() => whenShown(() => tell('view', { path: pathname })), [pathname])
  return <ViewPicture path={pathname} />
}

/** Calls back when the document is shown. Returns a function that stops waiting. */
function whenShown(shown: () => void): () => void {
  const page = document as Document & { prerendering?: boolean }
  if (!page.prerendering) {
    shown()
    return () => {}
  }
  const waiting = new AbortController()
  page.addEventListener('prerenderingchange', shown, { once: true, signal: waiting.signal })
  return () => waiting.abort()
}
