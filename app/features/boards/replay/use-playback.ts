import { useEffect, useState } from 'react'

export interface Playback {
  playing: boolean
  toggle: () => void
  stop: () => void
}

/** Plays step by step until the last one, each for as long as `waitMs` says; at the end it starts over. */
export function usePlayback({
  current,
  last,
  waitMs,
  go,
}: {
  current: number
  last: number
  waitMs: number
  go: (step: number) => void
}): Playback {
  const [wanted, setWanted] = useState(false)
  const playing = wanted && current < last
  useEffect(() => {
    if (!playing) return
    const timer = setTimeout(() => go(current + 1), waitMs)
    return () => clearTimeout(timer)
    // `go` is a new function at every render; only the step and the speed matter.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [playing, current, waitMs])
  return {
    playing,
    stop: () => setWanted(false),
    toggle: () => {
      setWanted(!playing)
      if (!playing && current >= last) go(0)
    },
  }
}
