import { useMemo, useState } from 'react'
import { viewScreen } from '~/domain/demo/screen/view'
import { localize } from '~/domain/text'
import type { Elements } from '~/ui/elements'
import type { Connect } from '../connection'
import type { PlayerSession } from '../session'
import { taskItems } from '../../guide/task-items'
import type { TrialResult } from '../../end/trial-result'
import { trialResult } from '../../end/trial-result'
import type { PlayerHandle } from '../use-player'
import { useHydrated } from '../use-hydrated'
import type { StageRemarks } from '../use-stage-remarks'
import { useStageRemarks } from '../use-stage-remarks'
import { usePlayer } from '../use-player'
import { useOffline } from '../../offline/use-offline'
import { EndScreen } from '../../end/components/end-screen'
import { ChapterBar } from '../../chapters/components/chapter-bar'
import { useOpening, type Opening } from '../../chapters/opening'
import { PlayerBar } from './player-bar'
import { PlayerStage } from './player-stage'
import { StartOverDialog } from './start-over-dialog'

export interface PlayerProps extends Partial<Pick<StageRemarks, 'said' | 'askPerson'>> {
  session: PlayerSession
  /** The connection to the server. Omit it in a preview: then nothing is sent or stored. */
  connect?: Connect
  leaveHref: string
  onStartOver: () => void
  /** Where the trial begins, when nothing was done in it yet. */
  opening?: Opening | null
  /** Starts over at a chapter, by its number from 1. */
  onStartAt: (chapter: number) => void
  /** Another plan of the demo, and what carries the steps over to it. */
  other?: { plan: string; name: string } | null
  onSwitch?: () => void
  /** The page that explains a feature of another plan. */
  featureHref?: (feature: string | null) => string
  /** The page that shows the same process on the plan with an entitlement. */
  compareHref?: (needs: string) => string
  imageHref?: (src: string) => string
  /** Whether the page may be kept for reloads without a network. Omit it in a preview. */
  offline?: boolean
  /** Renders what follows the result: rating and next steps. Receives a function that sends waiting steps. */
  afterResult?: (result: TrialResult, flush: PlayerHandle['flush']) => Elements
}

/** One trial from its current state to its end: the guide beside the simulated product, then the result. */
export function Player(props: PlayerProps) {
  const { session, connect = null, leaveHref, onStartOver, onStartAt, afterResult } = props
  const player = usePlayer(session, connect)
  useOpening(player, session, props.opening ?? null)
  const [asking, setAsking] = useState(false)
  const remarks = useStageRemarks(player, {
    ...{ trialId: session.trialId, said: props.said, askPerson: props.askPerson },
  })
  const { run } = player.state.context
  useOffline({ trialId: session.trialId, isOn: props.offline, status: player.status, events: run.events })
  const { demo } = run.compiled
  const hydrated = useHydrated()
  const drawn = useMemo(() => viewScreen(run, session.locale), [run, session.locale])
  const view = hydrated ? drawn : session.view
  const tasks = taskItems(run, session.locale)
  const planName = session.planNames[run.plan] ?? run.plan
  const title = localize(demo.title, session.locale)
  return (
    <div className="player-shell flex min-h-dvh flex-col lg:h-dvh">
      <PlayerBar
        title={title}
        plan={{ name: planName, premium: run.plan !== demo.plans[0] }}
        progress={{ done: tasks.filter((task) => task.done).length, total: tasks.length }}
        status={connect ? player.status : null}
        leaveHref={leaveHref}
        onStartOver={() => setAsking(true)}
      />
      {player.state.matches('ended') ? null : (
        <ChapterBar
          {...{ player, session, onStartAt }}
          other={props.onSwitch ? (props.other ?? null) : null}
          onSwitch={() => void player.flush().then(props.onSwitch)}
        />
      )}
      {player.state.matches({ ended: 'result' }) ? (
        <main className="flex-1 overflow-y-auto">
          <Result {...{ player, session, title, planName, afterResult }} />
        </main>
      ) : (
        <PlayerStage
          player={player}
          view={view}
          tasks={tasks}
          session={session}
          featureHref={props.featureHref}
          compareHref={props.compareHref}
          imageHref={props.imageHref}
          remarks={remarks.bar}
          onAsk={remarks.onAsk}
        />
      )}
      {remarks.dialog}
      <StartOverDialog
        open={asking}
        onOpenChange={setAsking}
        onConfirm={() => {
          setAsking(false)
          onStartOver()
        }}
      />
    </div>
  )
}

interface ResultProps extends Pick<PlayerProps, 'session' | 'afterResult'> {
  player: PlayerHandle
  title: string
  planName: string
}

function Result({ player, session, title, planName, afterResult }: ResultProps) {
  const { run } = player.state.context
  const result = useMemo(() => trialResult(run, session.locale), [run, session.locale])
  // Active time stops when the result is first shown: reading it is not trying the product.
  const [activeMs] = useState(player.activeMs)
  return (
    <EndScreen title={title} planName={planName} result={result} activeMs={activeMs}>
      {afterResult?.(result, player.flush)}
    </EndScreen>
  )
}
