import { helpPoints } from '~/domain/demo/engine/score'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import type { Elements } from '~/ui/elements'
import { EarnedNote } from '../../earned/components/earned-note'
import type { EarnedLine } from '../../earned/use-earned'
import type { Pointed } from '../../stage/find-pointed'
import type { PlayerHandle } from '../../stage/use-player'
import { controlAt } from '../find-anchor'
import type { Coach } from '../use-coach'
import { CoachCard } from './coach-card'
import { FloatingCoach } from './floating-coach'

interface StageCoachProps {
  player: PlayerHandle
  coach: Coach
  /** The control that a hint shows. */
  hinted: Pointed | null
  earned: readonly EarnedLine[]
  /** Help that is offered to a prospect who seems stuck. */
  offer: Elements
}

/** The coach beside the guide: its card, unless it stands at the control; at the end, the way to the result. */
export function PanelCoach(props: StageCoachProps) {
  const { t } = useTranslation('player')
  const { state, send } = props.player
  if (state.context.handoff) return null
  if (state.matches('ended')) {
    return (
      <div className="grid gap-3">
        <EarnedNote earned={props.earned} />
        <Button tone="primary" onClick={() => send({ type: 'SHOW_RESULT' })}>
          {t('end.show')}
        </Button>
      </div>
    )
  }
  return props.coach.stands ? null : <Card {...props} />
}

/** The coach at the control that the step needs. */
export function ControlCoach(props: StageCoachProps) {
  const { coach } = props
  if (!coach.isAtControl || coach.anchor === null) return null
  return (
    <FloatingCoach
      key={coach.sentence}
      anchor={coach.anchor}
      reads={coach.reads}
      where={coach.where}
      isCrowded={coach.isCrowded}
      onCrowded={coach.onCrowded}
    >
      <Card {...props} />
    </FloatingCoach>
  )
}

function Card({ player, coach, hinted, earned, offer }: StageCoachProps) {
  const { state, send } = player
  const { run, hint, hintless } = state.context
  function take() {
    if (!hinted || !hint) return
    send({ type: 'ACT', control: hinted.action.id, send: hint.type, ...(hint.data && { data: hint.data }) })
  }
  return (
    <CoachCard
      sentence={coach.sentence}
      earned={<EarnedNote earned={earned} />}
      offer={offer}
      shown={hinted?.action.id ?? null}
      seeking={state.matches({ playing: 'seeking' })}
      hintless={hintless}
      points={helpPoints(run)}
      where={coach.where}
      seat={coach.seat}
      onSeat={coach.anchor ? coach.onSeat : null}
      onScroll={coach.scroll}
      onShow={() => send({ type: 'SHOW_ME' })}
      onTake={take}
      onDismiss={() => {
        // Dismissing the hint moves the focus to the control that it named.
        if (coach.anchor) controlAt(coach.anchor)?.focus({ preventScroll: true })
        send({ type: 'DISMISS_HINT' })
      }}
    />
  )
}
