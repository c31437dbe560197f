import { useEffect, useState } from 'react'
import { readLanding } from '~/domain/trial/landing'
import type { Landing } from '~/domain/trial/landing'

/** The source of this visit. Kept in memory only: without consent nothing is stored on the device or sent. */
let landing: Landing | null = null

/** Records the source of the visit on its first page. Call it on every page that can be a landing page. */
export function useLandingTouch(): Landing {
  const [touch, setTouch] = useState<Landing>({})
  useEffect(() => {
    landing ??= readLanding(new URLSearchParams(window.location.search), document.referrer)
    setTouch(landing)
  }, [])
  return touch
}
