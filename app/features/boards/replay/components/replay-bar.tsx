import { Link } from '@remix-run/react'
import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '~/ui/button'
import type { BoardFormat } from '../../figures/board-format'
import type { ReplayStep } from '../replay-views'
import { usePlayback } from '../use-playback'
import { useStepKeys } from '../use-step-keys'
import { useWantedStep } from '../use-wanted-step'

interface ReplayBarProps {
  steps: readonly ReplayStep[]
  current: number
  format: BoardFormat
  hrefOf: (step: number) => string
}

/** Playback controls: back, play, forward, and a scrubber. The arrow keys work too. */
export function ReplayBar({ steps, current, format, hrefOf }: ReplayBarProps) {
  const { t } = useTranslation('boards')
  const last = steps.length - 1
  const { step, go, move } = useWantedStep(current, hrefOf)
  const { playing, toggle, stop } = usePlayback({ current, last, go })
  useStepKeys({ last, move, onUse: stop })
  const position = t('replay.position', { current: step, last, at: format.clock(steps[step]?.at ?? 0) })
  const press = (by: number) => {
    stop()
    move((from) => Math.min(last, Math.max(0, from + by)))
  }
  return (
    <div className="sticky top-0 z-10 flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-canvas py-2">
      <div className="flex items-center gap-1">
        <StepLink
          to={step > 0 ? hrefOf(step - 1) : null}
          label={t('replay.previous')}
          onPress={() => press(-1)}
        >
          <ChevronLeft aria-hidden="true" className="size-4" />
        </StepLink>
        <button
          type="button"
          onClick={toggle}
          disabled={last === 0}
          aria-label={playing ? t('replay.pause') : t('replay.play')}
          className={buttonClass('primary', 'small', 'w-9 px-0')}
        >
          {playing ? (
            <Pause aria-hidden="true" className="size-4" />
          ) : (
            <Play aria-hidden="true" className="size-4" />
          )}
        </button>
        <StepLink
          to={step < last ? hrefOf(step + 1) : null}
          label={t('replay.next')}
          onPress={() => press(1)}
        >
          <ChevronRight aria-hidden="true" className="size-4" />
        </StepLink>
      </div>
      <input
        type="range"
        min={0}
        max={last}
        value={step}
        onChange={(event) => {
          stop()
          go(event.currentTarget.valueAsNumber)
        }}
        aria-label={t('replay.scrubber')}
        aria-valuetext={position}
        className="h-8 min-w-32 flex-1 accent-accent"
      />
      <p aria-live={playing ? 'off' : 'polite'} className="text-sm whitespace-nowrap text-muted tabular-nums">
        {position}
      </p>
    </div>
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
