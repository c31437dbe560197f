import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScreenView } from '~/domain/demo/screen/view'
import type { Pointed } from '../stage/find-pointed'
import { useHydrated } from '../stage/use-hydrated'
import type { PlayerHandle } from '../stage/use-player'
import { coachStep } from './coach-step'
import { describeStep } from './describe-step'
import { controlAt, findAnchor } from './find-anchor'
import { useMedia } from './use-media'
import { useSeat } from './use-seat'
import { useWhereabouts } from './use-whereabouts'

/** From this width on the guide is a panel beside the product; below it is a sheet. */
const WIDE = '(width >= 64rem)'

interface CoachOptions {
  /** The control that a hint shows. */
  hint: Pointed | null
  /** How much of the page the guide's sheet covers, in pixels. */
  sheet: number
  /** The prospect looks around, away from the control. */
  looks: boolean
}

/** What the coach says of the present step, and where it stands. */
export function useCoach(player: PlayerHandle, view: ScreenView, { hint, sheet, looks }: CoachOptions) {
  const { t } = useTranslation('player')
  const { run, handoff } = player.state.context
  const step = useMemo(() => coachStep(run, view), [run, view])
  const rests = handoff !== null || player.state.matches('ended')
  const sentence = rests ? null : describeStep(t, step, hint)
  const anchor = useAnchor(() => (rests || looks ? null : findAnchor(step, hint !== null)))
  const isWide = useMedia(WIDE)
  const [seat, setSeat] = useSeat()
  const [crowdedAt, setCrowdedAt] = useState<HTMLElement | null>(null)
  const where = useWhereabouts(anchor, sheet)
  const isCrowded = anchor !== null && crowdedAt === anchor
  const canFloat = useHydrated() && isWide && seat === 'control' && anchor !== null
  return {
    ...{ step, sentence, anchor, where, seat, isCrowded },
    reads: step?.reads ?? true,
    /** Whether the card's place is measured at the control; it stands there unless that is crowded. */
    isAtControl: canFloat,
    stands: canFloat && !(isCrowded && where === 'seen'),
    onSeat: isWide ? setSeat : null,
    onCrowded: (crowded: boolean) => setCrowdedAt(crowded ? anchor : null),
    scroll: () => anchor && bringIntoView(anchor),
  }
}

export type Coach = ReturnType<typeof useCoach>

/** The element found after each render, marked as what the coach speaks of; looked up again when the screen drew it again. */
function useAnchor(find: () => HTMLElement | null): HTMLElement | null {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  // Set to what is there already, the state does not change, so this ends.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useLayoutEffect(() => setAnchor(find()))
  useEffect(() => {
    anchor?.setAttribute('data-coached', '')
    return () => anchor?.removeAttribute('data-coached')
  }, [anchor])
  return anchor
}

function bringIntoView(anchor: HTMLElement): void {
  // A smooth way ends halfway when the page scrolls for another reason.
  anchor.scrollIntoView({ block: 'center', behavior: 'instant' })
  controlAt(anchor)?.focus({ preventScroll: true })
}
