import { useLayoutEffect, useRef } from 'react'
import type { Elements } from '~/ui/elements'

/** Calls once when React has taken over everything inside, before anything is drawn anew. */
export function WhenAlive({ call, children }: { call: () => void; children: Elements }) {
  const called = useRef(false)
  useLayoutEffect(() => {
    if (!called.current) call()
    called.current = true
  }, [call])
  return children
}
