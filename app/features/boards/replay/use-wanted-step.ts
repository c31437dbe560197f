import { useNavigate, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { remixWindow } from '~/connection/router'

interface WantedStep {
  /** The step that was asked for last, ahead of the one that is drawn while it loads. */
  step: number
  go: (step: number) => void
  /** Moves from the step that was asked for last, so that no press is lost while steps load. */
  move: (next: (step: number) => number) => void
}

/**
 * Which step of a replay is wanted. Each change is a navigation; presses while one is under way are counted, and the step
 * they lead to is asked for when it has ended.
 */
export function useWantedStep(shown: number, hrefOf: (step: number) => string): WantedStep {
  const navigate = useNavigate()
  const settled = useNavigation().state === 'idle'
  const wanted = useRef(shown)
  const waiting = useRef(false)
  const [step, setStep] = useState(shown)
  const ask = (next: number) => navigate(hrefOf(next), { replace: true, preventScrollReset: true })
  useEffect(() => {
    // A press may come between the end of a navigation and its drawing: then the next one is under way.
    if (!settled || isUnderWay()) return
    const goesOn = waiting.current && wanted.current !== shown
    waiting.current = false
    if (goesOn) return ask(wanted.current)
    wanted.current = shown
    setStep(shown)
    // `ask` is made anew at every render.
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
