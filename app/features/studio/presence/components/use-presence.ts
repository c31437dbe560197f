import { useEffect, useState } from 'react'
import type { DocumentKind } from '~/domain/content/kinds'
import { paths } from '~/paths'
import type { Presence } from '../note-presence.server'

const HEARTBEAT_MS = 10_000

/**
 * Tells where in a document the person is, again and again while the page can be seen, and who else has it open; null
 * until the first answer. By plain requests: a form of the router would load the page again after each.
 */
export function usePresence(kind: DocumentKind, slug: string, place: string): Presence | null {
  const [presence, setPresence] = useState<Presence | null>(null)
  useEffect(() => {
    const left = new AbortController()
    const tell = async () => {
      if (document.visibilityState === 'hidden') return
      const answer = await sendHeartbeat(paths.presence(kind, slug), place, left.signal)
      if (answer && !left.signal.aborted) setPresence(answer)
    }
    void tell()
    const timer = setInterval(() => void tell(), HEARTBEAT_MS)
    return () => {
      clearInterval(timer)
      left.abort()
    }
  }, [kind, slug, place])
  return presence
}

/** Null when it did not arrive or was refused: the next one may do better. */
async function sendHeartbeat(action: string, place: string, signal: AbortSignal): Promise<Presence | null> {
  const body = new FormData()
  body.set('place', place)
  try {
    const answer = await fetch(action, { method: 'POST', body, signal })
    return answer.ok ? ((await answer.json()) as Presence) : null
  } catch {
    return null
  }
}
