import { useEffect, useState } from 'react'
import { readLanding } from '~/domain/trial/landing'
import type { Landing } from '~/domain/trial/landing'

/** Where this page load came from. Kept in memory alone: without consent nothing is written to the device, and nothing is sent. */
let landing: Landing | null = null

/** Remembers where the visit came from, at the first page of it. Call it on every page that one may land on. */
export function useLandingTouch(): Landing {
  const [touch, setTouch] = useState<Landing>({})
  useEffect(() => {
    landing ??= readLanding(new URLSearchParams(window.location.search), document.referrer)
    setTouch(landing)
  }, [])
  return touch
}
