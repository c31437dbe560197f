import { arrow, autoUpdate, offset, shift, useFloating } from '@floating-ui/react-dom'
import type { CSSProperties } from 'react'
import { useLayoutEffect, useMemo, useState } from 'react'
import { classNames } from '~/ui/class-names'
import type { Elements } from '~/ui/elements'
import { obstaclesOf } from '../find-anchor'
import { FIRST_PLACEMENT, isCrowded, keepClear } from '../keep-clear'
import { useStyles } from '../use-styles'
import type { Whereabouts } from '../use-whereabouts'

interface FloatingCoachProps {
  anchor: HTMLElement
  /** Whether the prospect has to read the screen before acting. */
  reads: boolean
  where: Whereabouts
  /** Told when no place is left that covers nothing, and when there is one again. */
  onCrowded: (crowded: boolean) => void
  isCrowded: boolean
  children: Elements
}

const GAP = 12

/**
 * The coach's card at its control. It follows scroll, resize and changes of the layout, and stands where it covers nothing that
 * the step needs. Out of sight of its control it waits at the edge of the window.
 */
export function FloatingCoach(props: FloatingCoachProps) {
  const { anchor, reads, where, onCrowded, isCrowded: crowded, children } = props
  const [tip, setTip] = useState<HTMLSpanElement | null>(null)
  const [size, setSize] = useState<Size | null>(null)
  const middleware = useMemo(() => middlewareFor(anchor, reads, tip), [anchor, reads, tip])
  const { refs, elements, floatingStyles, middlewareData, placement, isPositioned } = useFloating({
    ...{ strategy: 'fixed' as const, placement: FIRST_PLACEMENT, middleware },
    ...{ elements: { reference: anchor }, whileElementsMounted: autoUpdate },
  })
  const noPlace = isPositioned && where === 'seen' && isCrowded(middlewareData.keepClear)
  useLayoutEffect(() => {
    if (noPlace === crowded) return
    const card = elements.floating?.getBoundingClientRect()
    if (noPlace && card) setSize({ width: `${card.width}px`, height: `${card.height}px` })
    onCrowded(noPlace)
  }, [noPlace, crowded, onCrowded, elements.floating])
  // Without room an empty box of the same size keeps measuring: when there is a place, the card comes back.
  const isProbe = crowded && size !== null && where === 'seen'
  const isAway = where !== 'seen'
  const corner = useMemo(() => tipStyles(middlewareData.arrow, placement), [middlewareData.arrow, placement])
  useStyles(elements.floating, isAway ? undefined : floatingStyles)
  useStyles(elements.floating, isProbe ? size : undefined)
  useStyles(tip, corner)
  if (isProbe)
    return <div ref={refs.setFloating} aria-hidden="true" className="pointer-events-none invisible" />
  return (
    <div
      ref={refs.setFloating}
      data-coach={where}
      className={classNames(
        'z-40 w-54 rounded-xl bg-raised p-4 shadow-float ring-1 ring-line',
        isAway && 'absolute bottom-8 left-7',
        !isAway && !isPositioned && 'invisible',
      )}
    >
      {children}
      <span ref={setTip} aria-hidden="true" className={classNames('coach-tip', isAway && 'hidden')} />
    </div>
  )
}

type Size = { width: string; height: string }

function middlewareFor(anchor: HTMLElement, reads: boolean, tip: HTMLElement | null) {
  return [
    offset(GAP),
    shift({ padding: GAP, boundary: document.querySelector('main') ?? 'clippingAncestors' }),
    keepClear(() => obstaclesOf(anchor, reads)),
    arrow({ element: tip, padding: GAP }),
  ]
}

const SIDES = { top: 'bottom', right: 'left', bottom: 'top', left: 'right' } as const

/** Places the card's tip at the side that faces the control. */
function tipStyles(at: { x?: number; y?: number } | undefined, placement: string): CSSProperties {
  const side = placement.split('-')[0] as keyof typeof SIDES
  return {
    ...(at?.x !== undefined && { left: `${at.x}px` }),
    ...(at?.y !== undefined && { top: `${at.y}px` }),
    [SIDES[side]]: '-0.3rem',
  }
}
