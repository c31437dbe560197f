import { useNavigate, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'

interface WantedStep {
  /** The step that was asked for last, ahead of the one that is drawn while it loads. */
  step: number
  go: (step: number) => void
  /** Moves from the step that was asked for last, so that no press is lost while steps load. */
  move: (next: (step: number) => number) => void
}

/** Which step of a replay is wanted. Each change is a navigation, and a later one takes over from an earlier one. */
export function useWantedStep(shown: number, hrefOf: (step: number) => string): WantedStep {
  const navigate = useNavigate()
  const settled = useNavigation().state === 'idle'
  const wanted = useRef(shown)
  const [step, setStep] = useState(shown)
  useEffect(() => {
    if (!settled) return
    wanted.current = shown
    setStep(shown)
  }, [settled, shown])
  const go = (next: number) => {
    if (next === wanted.current) return
    wanted.current = next
    setStep(next)
    navigate(hrefOf(next), { replace: true, preventScrollReset: true })
  }
  return { step, go, move: (next) => go(next(wanted.current)) }
}
