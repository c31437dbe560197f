import { useLayoutEffect, useRef } from 'react'
import type { Elements } from '~/ui/elements'

/** Calls back once, when React has hydrated everything inside, before the next render. */
export function WhenHydrated({ call, children }: { call: () => void; children: Elements }) {
  const called = useRef(false)
  useLayoutEffect(() => {
    if (!called.current) call()
    called.current = true
  }, [call])
  return children
}
