import { ArrowDown, ArrowUp, Lightbulb, PanelLeft, Pin } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import type { Elements } from '~/ui/elements'
import { HelpButton } from '../../guide/components/help-button'
import type { Seat } from '../use-seat'
import type { Whereabouts } from '../use-whereabouts'

interface CoachCardProps {
  /** The next action in one sentence; null where it is not known. */
  sentence: string | null
  /** What the step before earned. */
  earned: Elements
  /** Id of the control that a hint shows; null when none was asked for. */
  shown: string | null
  /** Help that is offered, below the rest. */
  offer: Elements
  seeking: boolean
  /** True when a hint was requested and none exists here. */
  hintless: boolean
  /** What help costs now, in points: 0 or less. */
  points: number
  where: Whereabouts
  seat: Seat
  /** Null where the card has one place only, as on a phone. */
  onSeat: ((seat: Seat) => void) | null
  onScroll: () => void
  onShow: () => void
  onTake: () => void
  onDismiss: () => void
}

/** What to do next, where it is, and help with it: show it, take it. */
export function CoachCard(props: CoachCardProps) {
  const { sentence, shown, seeking, hintless, points, where, seat, onSeat } = props
  const { t } = useTranslation('player')
  const take = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (shown !== null) take.current?.focus()
  }, [shown])
  return (
    <div
      role="group"
      aria-label={t('hint.label')}
      className="flex flex-wrap items-center gap-2 text-sm lg:grid lg:gap-3"
    >
      {props.earned}
      <div className="flex flex-1 basis-40 items-start gap-2">
        {sentence === null ? null : <p className="min-w-0 flex-1 font-medium text-ink">{sentence}</p>}
        {onSeat ? <SeatButton seat={seat} onSeat={onSeat} /> : null}
      </div>
      {where === 'seen' ? null : <AwayLine where={where} onScroll={props.onScroll} />}
      <div className="flex flex-wrap gap-2">
        {shown === null ? (
          <HelpButton
            size="small"
            icon={<Lightbulb className="size-4" aria-hidden="true" />}
            busy={seeking}
            onClick={props.onShow}
            label={t('hint.show')}
            points={points}
          />
        ) : (
          <>
            <Button ref={take} tone="primary" size="small" onClick={props.onTake}>
              {t('hint.take')}
            </Button>
            <Button tone="quiet" size="small" onClick={props.onDismiss}>
              {t('hint.self')}
            </Button>
          </>
        )}
      </div>
      <p role="status" className="text-xs text-muted empty:hidden">
        {hintless ? t('hint.none') : null}
      </p>
      {props.offer}
    </div>
  )
}

/** Says that the control is out of sight, and goes there. */
function AwayLine({ where, onScroll }: { where: 'above' | 'below'; onScroll: () => void }) {
  const { t } = useTranslation('player')
  const Icon = where === 'below' ? ArrowDown : ArrowUp
  return (
    <p className="flex flex-wrap items-center gap-2 text-muted">
      <span>{t(`coach.${where}`)}</span>
      <Button
        tone="secondary"
        size="small"
        icon={<Icon className="size-3.5" aria-hidden="true" />}
        onClick={onScroll}
      >
        {t('coach.scroll')}
      </Button>
    </p>
  )
}

function SeatButton({ seat, onSeat }: { seat: Seat; onSeat: (seat: Seat) => void }) {
  const { t } = useTranslation('player')
  const isAtControl = seat === 'control'
  const Icon = isAtControl ? PanelLeft : Pin
  const label = t(isAtControl ? 'coach.toPanel' : 'coach.toControl')
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      onClick={() => onSeat(isAtControl ? 'panel' : 'control')}
      className="-mt-1 -mr-1.5 ml-auto grid size-7 shrink-0 place-items-center rounded-md text-faint hover:bg-sunken hover:text-ink pointer-coarse:size-11"
    >
      <Icon className="size-4" aria-hidden="true" />
    </button>
  )
}
