import { useEffect, useState } from 'react'
import type { LiveState } from './live-connection'
import { LiveConnection } from './live-connection'

/** What the server tells of new trials while the page is open; null of a view that no new trial can belong to. */
export function useLiveTrials(href: string | null): LiveState {
  const [told, setTold] = useState<{ href: string; state: LiveState } | null>(null)
  useEffect(() => {
    if (href === null) return
    const connection = new LiveConnection(href, (state) => setTold({ href, state }))
    connection.start()
    return () => connection.stop()
  }, [href])
  return told?.href === href ? told.state : { count: 0, status: 'waiting' }
}
