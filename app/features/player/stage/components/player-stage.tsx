import type { TFunction } from 'i18next'
import type { StepRefusal } from '../player-machine'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { helpPoints } from '~/domain/demo/engine/score'
import type { ScreenView } from '~/domain/demo/screen/view'
import type { Locale } from '~/domain/text'
import type { Elements } from '~/ui/elements'
import { localize } from '~/domain/text'
import { findPointed } from '../find-pointed'
import { sampleInputs } from '../sample-inputs'
import type { PlayerSession } from '../session'
import type { TaskItem } from '../../guide/task-items'
import { useStageFocus } from '../use-stage-focus'
import type { PlayerHandle } from '../use-player'
import { GuidePanel } from '../../guide/components/guide-panel'
import { GuideTexts } from '../../guide/components/guide-texts'
import { deskGuides, deskOf } from '../../guide/desk-guides'
import { EarnedNote } from '../../earned/components/earned-note'
import type { EarnedLine } from '../../earned/use-earned'
import { useEarned } from '../../earned/use-earned'
import { HandoffScene } from './handoff-scene'
import { ProductWindow } from './product-window'
import { RoleLine } from './role-line'
import { ScreenFrame } from './screen-frame'
import { ControlCoach, PanelCoach } from '../../coach/components/stage-coach'
import { useCoach } from '../../coach/use-coach'
import { StuckHelp } from '../../stuck/components/stuck-help'
import { findTips } from '../../stuck/find-tips'
import type { Looking } from '../use-look'
import { useLook } from '../use-look'
import { useStuck } from '../../stuck/use-stuck'
import { StageNotice } from './stage-notice'
import { TaskList } from '../../guide/components/task-list'

interface PlayerStageProps {
  player: PlayerHandle
  view: ScreenView
  tasks: TaskItem[]
  session: PlayerSession
  featureHref?: ((feature: string | null) => string) | undefined
  compareHref?: ((needs: string) => string) | undefined
  imageHref?: ((src: string) => string) | undefined
  remarks?: Elements | undefined
  /** Opens a question to a person; null where nobody can be asked. */
  onAsk: (() => void) | null
}

/** The guide beside the product while the trial runs. */
export function PlayerStage({ player, view, tasks, session, remarks, onAsk, ...links }: PlayerStageProps) {
  const { run, hint, handoff } = player.state.context
  const pointed = useMemo(() => (hint ? findPointed(view, hint) : null), [view, hint])
  const [sheet, setSheet] = useState(0)
  const looking = useLook(run, { work: view, locale: session.locale, hinted: hint !== null })
  const coach = useCoach(player, view, { hint: pointed, sheet, looks: looking.look !== null })
  const earned = useEarned(run, session, handoff !== null)
  const stuck = useStuck(player, session)
  const { t } = useTranslation('player')
  const offer = stuck.offer && (
    <StuckHelp
      key={stuck.offer.place}
      trialId={session.trialId}
      tips={findTips(view, coach.step)}
      about={[...view.panes, ...view.states]
        .map(({ title }) => title)
        .concat(localize(run.compiled.demo.title, session.locale))}
      onAsk={onAsk}
      onClose={stuck.close}
    />
  )
  const announcement = useStageFocus({
    view,
    looked: looking.look?.panes[0]?.screen ?? null,
    tasks,
    run,
    pointed: pointed?.action.id ?? null,
    handedOver: handoff !== null,
    next: coach.sentence,
    earned,
    offered: stuck.offer && t('stuck.title'),
  })
  return (
    <div className="flex flex-1 flex-col lg:min-h-0 lg:flex-row">
      <GuidePanel
        person={<RoleLine role={view.role} />}
        guide={
          <GuideTexts
            guides={deskGuides(view, session.guides)}
            at={deskOf(run, coach.step?.screen ?? null)}
          />
        }
        coach={<PanelCoach player={player} coach={coach} hinted={pointed} earned={earned} offer={offer} />}
        action={coach.sentence}
        onHeight={setSheet}
        tasks={<TaskList tasks={tasks} />}
        remarks={remarks}
      />
      <main id="main" className="relative min-w-0 flex-1 bg-sunken lg:min-h-0 lg:p-5">
        <ControlCoach player={player} coach={coach} hinted={pointed} earned={earned} offer={offer} />
        <StageNotice player={player} />
        {handoff ? (
          <StageHandoff {...{ player, view, handoff, earned, locale: session.locale }} />
        ) : (
          <StageScreen player={player} view={view} looking={looking} {...links} />
        )}
        <p role="status" className="sr-only">
          <span key={announcement.step}>{announcement.text}</span>
        </p>
      </main>
    </div>
  )
}

interface StageScreenProps extends Pick<
  PlayerStageProps,
  'player' | 'view' | 'featureHref' | 'compareHref' | 'imageHref'
> {
  looking: Looking
}

function StageScreen({ player, view, looking, featureHref, compareHref, imageHref }: StageScreenProps) {
  const { t } = useTranslation('player')
  const { state, send } = player
  const { run, hint, refusal } = state.context
  const surface = useMemo(
    () => ({
      pointer: hint,
      refusal: refusal && { ...refusal, message: refusalMessage(t, refusal) },
      samples: sampleInputs(run),
      onExample: (form: string) => send({ type: 'FILL_EXAMPLE', form }),
      helpPoints: helpPoints(run),
      featureHref: featureHref ?? null,
      compareHref: compareHref ?? null,
      ...(imageHref && { imageHref }),
    }),
    [hint, refusal, run, send, t, featureHref, compareHref, imageHref],
  )
  return (
    <ScreenFrame
      view={view}
      looking={looking}
      interactive={state.matches('playing')}
      surface={surface}
      onSend={(action, data) =>
        send({ type: 'ACT', control: action.id, send: action.send, ...(data && { data }) })
      }
    />
  )
}

interface StageHandoffProps extends Pick<PlayerStageProps, 'player' | 'view'> {
  handoff: { from: string; to: string }
  earned: readonly EarnedLine[]
  locale: Locale
}

function StageHandoff({ player, view, handoff, earned, locale }: StageHandoffProps) {
  const { roles } = player.state.context.run.compiled.demo
  const roleOf = (id: string) => ({
    name: localize(roles[id]?.name ?? {}, locale),
    person: roles[id]?.person ?? null,
  })
  return (
    <ProductWindow view={view}>
      <HandoffScene
        from={roleOf(handoff.from)}
        to={roleOf(handoff.to)}
        earned={<EarnedNote earned={earned} />}
        onContinue={() => player.send({ type: 'CONTINUE' })}
      />
    </ProductWindow>
  )
}

/** The message for a refused step, in the visitor's language; never the engine's own text. */
function refusalMessage(t: TFunction<'player'>, refusal: StepRefusal): string {
  return refusal.field === null ? t(`refusal.${refusal.code}`) : t('refusal.field')
}
