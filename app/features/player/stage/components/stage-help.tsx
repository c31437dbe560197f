import { useTranslation } from 'react-i18next'
import { helpPoints } from '~/domain/demo/engine/score'
import { Button } from '~/ui/button'
import type { Pointed } from '../find-pointed'
import type { PlayerHandle } from '../use-player'
import { HintBox } from '../../guide/components/hint-box'

const POINTED = '[data-pointed]'
const CONTROLS = 'button, input, select, textarea, a[href]'

/** The marked element is a control, or a row or form that contains one. */
function focusPointed(): void {
  const marked = document.querySelector<HTMLElement>(POINTED)
  const control = marked?.matches(CONTROLS) ? marked : marked?.querySelector<HTMLElement>(CONTROLS)
  control?.focus({ preventScroll: true })
}

/** The help available now: show the next step, or go to the result. None while another role takes over. */
export function StageHelp({ player, pointed }: { player: PlayerHandle; pointed: Pointed | null }) {
  const { t } = useTranslation('player')
  const { state, send } = player
  const { run, hint, handoff, hintless } = state.context
  if (handoff) return null
  if (state.matches('ended')) {
    return (
      <Button tone="primary" onClick={() => send({ type: 'SHOW_RESULT' })}>
        {t('end.show')}
      </Button>
    )
  }
  function take() {
    if (!pointed || !hint) return
    send({ type: 'ACT', control: pointed.action.id, send: hint.type, ...(hint.data && { data: hint.data }) })
  }
  return (
    <HintBox
      pointed={pointed}
      seeking={state.matches({ playing: 'seeking' })}
      hintless={hintless}
      points={helpPoints(run)}
      onShow={() => send({ type: 'SHOW_ME' })}
      onDismiss={() => {
        // Dismissing the hint moves the focus to the control that it named.
        focusPointed()
        send({ type: 'DISMISS_HINT' })
      }}
      onTake={take}
    />
  )
}
