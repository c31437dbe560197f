import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScreenView } from '~/domain/demo/view'
import { localize } from '~/domain/text'
import { Button } from '~/ui/button'
import { findPointed } from '../find-pointed'
import { refusalMessage } from '../refusal-message'
import { sampleInputs } from '../sample-inputs'
import type { PlayerSession } from '../session'
import type { TaskItem } from '../task-items'
import { useStageFocus } from '../use-stage-focus'
import type { PlayerHandle } from '../use-player'
import { GuidePanel } from './guide-panel'
import { HandoffScene } from './handoff-scene'
import { HintBox } from './hint-box'
import { ProductWindow } from './product-window'
import { RoleLine } from './role-line'
import { ScreenFrame } from './screen-frame'
import { StageNotice } from './stage-notice'
import { TaskList } from './task-list'

interface PlayerStageProps {
  player: PlayerHandle
  view: ScreenView
  tasks: TaskItem[]
  session: PlayerSession
  featureHref?: ((feature: string | null) => string) | undefined
  imageHref?: ((src: string) => string) | undefined
}

/** The guide beside the product while the trial runs. */
export function PlayerStage({ player, view, tasks, session, featureHref, imageHref }: PlayerStageProps) {
  const { t } = useTranslation('player')
  const { state, send } = player
  const { run, hint, refusal, handoff, hintless } = state.context
  const playing = state.matches('playing')
  const arrived = state.matches('ended')
  const pointed = useMemo(() => (hint ? findPointed(view, hint) : null), [view, hint])
  const announcement = useStageFocus({ view, tasks, run, pointed: pointed?.action.id ?? null, handedOver: handoff !== null })
  const surface = useMemo(
    () => ({
      pointer: hint,
      refusal: refusal && { control: refusal.control, field: refusal.field, message: refusalMessage(t, refusal) },
      samples: sampleInputs(run),
      featureHref: featureHref ?? null,
      ...(imageHref && { imageHref }),
    }),
    [hint, refusal, run, t, featureHref, imageHref],
  )
  const roleOf = (id: string) => {
    const role = run.compiled.demo.roles[id]
    return { name: localize(role?.name ?? {}, session.locale), person: role?.person ?? null }
  }
  return (
    <div className="flex flex-1 flex-col lg:min-h-0 lg:flex-row">
      <GuidePanel
        person={<RoleLine role={view.role} />}
        guides={view.guides.map(({ guide }) => session.guides[guide] ?? '')}
        help={
          arrived ? (
            <Button tone="primary" onClick={() => send({ type: 'SHOW_RESULT' })}>
              {t('end.show')}
            </Button>
          ) : (
            <HintBox
              pointed={pointed}
              seeking={state.matches({ playing: 'seeking' })}
              hintless={hintless}
              onShow={() => send({ type: 'SHOW_ME' })}
              onDismiss={() => send({ type: 'DISMISS_HINT' })}
              onTake={() =>
                pointed && hint && send({ type: 'ACT', control: pointed.action.id, send: hint.type, ...(hint.data && { data: hint.data }) })
              }
            />
          )
        }
        tasks={<TaskList tasks={tasks} />}
      />
      <main id="main" className="min-w-0 flex-1 bg-sunken pb-64 lg:min-h-0 lg:p-5 lg:pb-5">
        <StageNotice player={player} />
        {handoff ? (
          <ProductWindow view={view}>
            <HandoffScene from={roleOf(handoff.from)} to={roleOf(handoff.to)} onContinue={() => send({ type: 'CONTINUE' })} />
          </ProductWindow>
        ) : (
          <ScreenFrame
            view={view}
            interactive={playing}
            surface={surface}
            onSend={(action, data) => send({ type: 'ACT', control: action.id, send: action.send, ...(data && { data }) })}
          />
        )}
        <p role="status" className="sr-only">
          {announcement}
        </p>
      </main>
    </div>
  )
}
