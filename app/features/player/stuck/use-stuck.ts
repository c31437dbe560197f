import { useEffect, useRef, useState } from 'react'
import { browserClock } from '../client/queue-clock'
import type { PlayerHandle } from '../stage/use-player'
import type { PlayerSession } from '../stage/session'
import type { StuckReason } from './stuck'
import { StuckWatch } from './stuck-watch'

const OFF_KEY = 'foyer-offers'
const INPUTS = ['input', 'keydown', 'pointerdown', 'wheel', 'touchmove']

function isOff(): boolean {
  try {
    return localStorage.getItem(OFF_KEY) === 'off'
  } catch {
    return false
  }
}

function turnOff(): void {
  try {
    localStorage.setItem(OFF_KEY, 'off')
  } catch {
    // Without storage it is off for this page.
  }
}

export interface StuckOffer {
  reason: StuckReason
  /** The states in which it was offered. */
  place: string
}

/** What is offered to a prospect who seems stuck; gone with the next place, and off for who closes it. */
export function useStuck({ state }: PlayerHandle, { trialId, patience }: PlayerSession) {
  const { run, refusal } = state.context
  const [offer, setOffer] = useState<StuckOffer | null>(null)
  const closed = useRef(false)
  const refusals = useRef(0)
  const lastRefusal = useRef(refusal)
  const watch = useRef<StuckWatch | null>(null)
  const place = run.states.join(' ')
  const placeNow = useRef(place)
  placeNow.current = place
  useEffect(() => {
    if (patience === null) return
    const watching = new StuckWatch({
      ...{ clock: browserClock, patience, isOff: () => closed.current || isOff() },
      onStuck: (reason) => setOffer({ reason, place: placeNow.current }),
    })
    watch.current = watching
    const listening = new AbortController()
    const { signal } = listening
    for (const name of INPUTS)
      window.addEventListener(name, () => watching.touch(), { signal, passive: true, capture: true })
    return () => {
      watching.stop()
      listening.abort()
    }
    // A player is created for one trial, so its session is read once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [trialId])
  const isPlaying = state.matches('playing')
  useEffect(() => {
    if (refusal !== null && refusal !== lastRefusal.current) refusals.current++
    lastRefusal.current = refusal
    if (isPlaying)
      watch.current?.arrive({
        states: run.states,
        hints: run.hints,
        refusals: refusals.current,
      })
    else watch.current?.stop()
  }, [run, refusal, isPlaying])
  return {
    offer: isPlaying && offer?.place === place ? offer : null,
    close: () => {
      closed.current = true
      turnOff()
      setOffer(null)
    },
  }
}
