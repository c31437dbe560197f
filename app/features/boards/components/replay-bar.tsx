import { Link, useNavigate } from '@remix-run/react'
import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '~/ui/button'
import type { BoardFormat } from '../board-format'
import type { ReplayStep } from '../replay-views'
import { usePlayback } from '../use-playback'
import { useStepKeys } from '../use-step-keys'

interface ReplayBarProps {
  steps: readonly ReplayStep[]
  current: number
  format: BoardFormat
  hrefOf: (step: number) => string
}

/** Back, play, forward, and a scrubber over the whole trial. The arrow keys do the same. */
export function ReplayBar({ steps, current, format, hrefOf }: ReplayBarProps) {
  const { t } = useTranslation('boards')
  const navigate = useNavigate()
  const last = steps.length - 1
  const go = (step: number) => navigate(hrefOf(step), { replace: true, preventScrollReset: true })
  const { playing, toggle, stop } = usePlayback({ current, last, go })
  useStepKeys({ current, last, go, onUse: stop })
  const position = t('replay.position', { current, last, at: format.clock(steps[current]?.at ?? 0) })
  return (
    <div className="sticky top-0 z-10 flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-canvas py-2">
      <div className="flex items-center gap-1">
        <StepLink to={current > 0 ? hrefOf(current - 1) : null} label={t('replay.previous')}>
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
        <StepLink to={current < last ? hrefOf(current + 1) : null} label={t('replay.next')} prefetch>
          <ChevronRight aria-hidden="true" className="size-4" />
        </StepLink>
      </div>
      <input
        type="range"
        min={0}
        max={last}
        value={current}
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
  prefetch = false,
  children,
}: {
  to: string | null
  label: string
  prefetch?: boolean
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
      prefetch={prefetch ? 'render' : 'intent'}
      aria-label={label}
      className={look}
    >
      {children}
    </Link>
  )
}
