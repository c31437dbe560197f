import { useEffect, useState } from 'react'

export type LandingTouch = Partial<Record<'source' | 'medium' | 'campaign' | 'referrer', string>>

/** Where this page load came from. Kept in memory alone: without consent nothing is written to the device, and nothing is sent. */
let landing: LandingTouch | null = null

function readTouch(): LandingTouch {
  const query = new URLSearchParams(window.location.search)
  const touch: LandingTouch = {}
  for (const name of ['source', 'medium', 'campaign'] as const) {
    const value = query.get(`utm_${name}`)
    if (value) touch[name] = value.slice(0, 120)
  }
  if (document.referrer) touch.referrer = document.referrer.slice(0, 2000)
  return touch
}

/** Remembers where the visit came from, at the first page of it. Call it on every page that one may land on. */
export function useLandingTouch(): LandingTouch {
  const [touch, setTouch] = useState<LandingTouch>({})
  useEffect(() => {
    landing ??= readTouch()
    setTouch(landing)
  }, [])
  return touch
}
