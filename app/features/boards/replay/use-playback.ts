import { useEffect, useState } from 'react'

/** How long each step stands while playing, in ms: time to look, not the time it took. */
const STEP_MS = 1400

export interface Playback {
  playing: boolean
  toggle: () => void
  stop: () => void
}

/** Goes on by itself, a step at a time, until the last one. Played at the end it begins anew. */
export function usePlayback({
  current,
  last,
  go,
}: {
  current: number
  last: number
  go: (step: number) => void
}): Playback {
  const [wanted, setWanted] = useState(false)
  const playing = wanted && current < last
  useEffect(() => {
    if (!playing) return
    const timer = setTimeout(() => go(current + 1), STEP_MS)
    return () => clearTimeout(timer)
    // `go` is made anew at every render; the step is what decides.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [playing, current])
  return {
    playing,
    stop: () => setWanted(false),
    toggle: () => {
      setWanted(!playing)
      if (!playing && current >= last) go(0)
    },
  }
}
