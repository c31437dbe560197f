import { useNavigate, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { remixWindow } from '~/connection/router'

interface WantedStep {
  /** The last requested step, which may be ahead of the displayed one while loading. */
  step: number
  go: (step: number) => void
  /** Moves from the last requested step, so that no key press is lost while loading. */
  move: (next: (step: number) => number) => void
}

/**
 * The requested step of a replay. Each change is a navigation; key presses during one are added up, and the resulting
 * step is requested when it ends.
 */
export function useWantedStep(shown: number, hrefOf: (step: number) => string): WantedStep {
  const navigate = useNavigate()
  const settled = useNavigation().state === 'idle'
  const wanted = useRef(shown)
  const waiting = useRef(false)
  const [step, setStep] = useState(shown)
  const ask = (next: number) => navigate(hrefOf(next), { replace: true, preventScrollReset: true })
  useEffect(() => {
    // A key press can come between the end of a navigation and its rendering, when the next one is already pending.
    if (!settled || isUnderWay()) return
    const goesOn = waiting.current && wanted.current !== shown
    waiting.current = false
    if (goesOn) return ask(wanted.current)
    wanted.current = shown
    setStep(shown)
    // `ask` is a new function at every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled, shown])
  const go = (next: number) => {
    if (next === wanted.current) return
    wanted.current = next
    setStep(next)
    if (isUnderWay()) waiting.current = true
    else ask(next)
  }
  return { step, go, move: (next) => go(next(wanted.current)) }
}

const isUnderWay = (): boolean => (remixWindow().__remixRouter?.state.navigation.state ?? 'idle') !== 'idle'
