import { useEffect, useState } from 'react'

/** How long playback shows each step, in ms, whatever time it took. */
const STEP_MS = 1400

export interface Playback {
  playing: boolean
  toggle: () => void
  stop: () => void
}

/** Plays step by step until the last one; at the end it starts over. */
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
    // `go` is a new function at every render; only the step matters.
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
