import { Link } from '@remix-run/react'
import { ChevronLeft, ChevronRight, Keyboard, Pause, Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ReplayMark } from '~/domain/insight/replay-marks'
import { buttonClass } from '~/ui/button'
import { SelectInput } from '~/ui/controls'
import type { BoardFormat } from '../../figures/board-format'
import { LONGEST_WAIT_MS, PLAY_SPEEDS, isPlaySpeed } from '../play-speed'
import type { ReplayStep } from '../replay-views'
import type { ReplayControl } from '../use-replay-control'
import { useReplayControl } from '../use-replay-control'
import { ReplayKeyHelp } from './replay-key-help'
import { ReplayTimeline } from './replay-timeline'

interface ReplayBarProps {
  steps: readonly Pick<ReplayStep, 'at'>[]
  marks: readonly ReplayMark[]
  current: number
  format: BoardFormat
  hrefOf: (step: number) => string
}

/** Playback: back, play, forward, speed, and a scrubber with the marked moments. Keys do the same. */
export function ReplayBar({ steps, marks, current, format, hrefOf }: ReplayBarProps) {
  const { t } = useTranslation('boards')
  const control = useReplayControl({ times: steps.map(({ at }) => at), marks, current, hrefOf })
  const { step, last, playing, run, go } = control
  const position = t('replay.position', { current: step, last, at: format.clock(steps[step]?.at ?? 0) })
  return (
    <div className="sticky top-0 z-10 grid gap-1 border-b border-line bg-canvas py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="flex items-center gap-1">
          <StepLink
            to={step > 0 ? hrefOf(step - 1) : null}
            label={t('replay.previous')}
            onPress={() => run({ do: 'back' })}
          >
            <ChevronLeft aria-hidden="true" className="size-4" />
          </StepLink>
          <PlayButton playing={playing} disabled={last === 0} onPress={() => run({ do: 'toggle' })} />
          <StepLink
            to={step < last ? hrefOf(step + 1) : null}
            label={t('replay.next')}
            onPress={() => run({ do: 'forward' })}
          >
            <ChevronRight aria-hidden="true" className="size-4" />
          </StepLink>
        </div>
        <div className="grid min-w-32 flex-1">
          <input
            type="range"
            min={0}
            max={last}
            value={step}
            onChange={(event) => go(event.currentTarget.valueAsNumber)}
            aria-label={t('replay.scrubber')}
            aria-valuetext={position}
            className="h-6 w-full accent-accent"
          />
          <ReplayTimeline marks={marks} last={last} />
        </div>
        <p
          aria-live={playing ? 'off' : 'polite'}
          className="text-sm whitespace-nowrap text-muted tabular-nums"
        >
          {position}
        </p>
        <SpeedSelect control={control} />
        <button
          type="button"
          onClick={() => run({ do: 'help' })}
          aria-label={t('replay.keys.open')}
          className={buttonClass('quiet', 'small', 'w-9 px-0 pointer-coarse:hidden')}
        >
          <Keyboard aria-hidden="true" className="size-4" />
        </button>
      </div>
      <BarNote control={control} format={format} />
      <ReplayKeyHelp control={control} />
    </div>
  )
}

/** What playback shortens, and what a jump did not find. */
function BarNote({ control, format }: { control: ReplayControl; format: BoardFormat }) {
  const { t } = useTranslation('boards')
  const { missed, speed, playing, wait } = control
  const limit = format.duration(LONGEST_WAIT_MS)
  const note = (): string => {
    if (missed) return t('replay.keys.none', { kind: t(`replay.moment.${missed}`) })
    if (speed !== 'real') return ''
    return playing && wait.really !== undefined
      ? t('replay.speed.shortened', { time: format.duration(wait.really), limit })
      : t('replay.speed.shortens', { limit })
  }
  return (
    <p role="status" className="text-xs text-muted empty:hidden">
      {note()}
    </p>
  )
}

function SpeedSelect({ control }: { control: ReplayControl }) {
  const { t } = useTranslation('boards')
  return (
    <SelectInput
      aria-label={t('replay.speed.label')}
      value={control.speed}
      onChange={({ currentTarget: { value } }) => (isPlaySpeed(value) ? control.setSpeed(value) : undefined)}
      className="w-32"
    >
      {PLAY_SPEEDS.map((speed) => (
        <option key={speed} value={speed}>
          {speed === 'real' ? t('replay.speed.real') : t('replay.speed.times', { times: Number(speed) })}
        </option>
      ))}
    </SelectInput>
  )
}

function PlayButton({
  playing,
  disabled,
  onPress,
}: {
  playing: boolean
  disabled: boolean
  onPress: () => void
}) {
  const { t } = useTranslation('boards')
  const Icon = playing ? Pause : Play
  return (
    <button
      type="button"
      onClick={onPress}
      disabled={disabled}
      aria-label={playing ? t('replay.pause') : t('replay.play')}
      className={buttonClass('primary', 'small', 'w-9 px-0')}
    >
      <Icon aria-hidden="true" className="size-4" />
    </button>
  )
}

function StepLink({
  to,
  label,
  onPress,
  children,
}: {
  to: string | null
  label: string
  onPress: () => void
  children: React.ReactNode
}) {
  const look = buttonClass('secondary', 'small', 'w-9 px-0')
  if (to === null) {
    return (
      <span aria-disabled="true" className={look}>
        {children}
      </span>
    )
  }
  return (
    <Link
      to={to}
      replace
      preventScrollReset
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        onPress()
      }}
      aria-label={label}
      className={look}
    >
      {children}
    </Link>
  )
}
