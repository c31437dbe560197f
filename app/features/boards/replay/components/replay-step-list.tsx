import { Link } from '@remix-run/react'
import {
  Check,
  CircleHelp,
  CornerDownRight,
  FastForward,
  Hourglass,
  Lightbulb,
  Route,
  Split,
  Undo2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'
import type { BoardFormat } from '../../figures/board-format'
import type { ReplayStep } from '../replay-views'
import { StepInputs } from './step-inputs'

interface ReplayStepListProps {
  steps: readonly ReplayStep[]
  current: number
  format: BoardFormat
  hrefOf: (step: number) => string
}

/** All steps of the prospect in order; the current one is marked and kept in view. */
export function ReplayStepList({ steps, current, format, hrefOf }: ReplayStepListProps) {
  const { t } = useTranslation('boards')
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const shown = list.current?.querySelector<HTMLElement>('[aria-current="step"]')
    if (!list.current || !shown) return
    const { offsetTop, offsetHeight } = shown
    list.current.scrollTop = offsetTop - list.current.clientHeight / 2 + offsetHeight / 2
  }, [current])
  return (
    <ol
      ref={list}
      aria-label={t('replay.steps')}
      className="relative grid max-h-80 content-start gap-0.5 overflow-y-auto xl:max-h-[36rem]"
    >
      {steps.map((step) => (
        <li key={step.index}>
          {step.pauseMs > 0 ? (
            <p className="flex items-center gap-2 px-3 py-1 text-xs text-faint">
              <Hourglass aria-hidden="true" className="size-3" />
              <span>{t('replay.pauseFor', { time: format.duration(step.pauseMs) })}</span>
            </p>
          ) : null}
          <Link
            to={hrefOf(step.index)}
            replace
            preventScrollReset
            aria-current={step.index === current ? 'step' : undefined}
            className={classNames(
              'grid grid-cols-[3rem_minmax(0,1fr)] gap-x-2 rounded-lg px-3 py-2 text-sm',
              step.index === current ? 'bg-accent-soft' : 'hover:bg-sunken',
            )}
          >
            <span className="text-xs leading-5 text-muted tabular-nums">{format.clock(step.at)}</span>
            <StepWords step={step} />
          </Link>
        </li>
      ))}
    </ol>
  )
}

const MARK_ICONS = { detour: Route, free: Split, unknown: CircleHelp }

function StepWords({ step }: { step: ReplayStep }) {
  const { t } = useTranslation('boards')
  const isHelp = step.kind === 'hint' || step.kind === 'example'
  const did =
    step.kind === 'event'
      ? t(`replay.did.${step.control ?? 'event'}`, { label: step.label })
      : t(`replay.did.${step.kind}`)
  return (
    <span className="grid min-w-0 gap-0.5">
      <span
        className={classNames('leading-5', isHelp && 'text-warn', step.undone && 'text-faint line-through')}
      >
        {isHelp ? <Lightbulb aria-hidden="true" className="mr-1.5 inline size-3.5" /> : null}
        <span>{did}</span>
      </span>
      {step.shown ? (
        <Mark icon={FastForward} tone="text-muted">
          {t('replay.mark.shown')}
        </Mark>
      ) : null}
      {step.undone ? (
        <Mark icon={Undo2} tone="text-muted">
          {t('replay.mark.undone')}
        </Mark>
      ) : null}
      <StepInputs inputs={step.inputs} />
      {step.mark === null || step.mark === 'ideal' ? null : (
        <Mark icon={MARK_ICONS[step.mark]} tone={step.mark === 'detour' ? 'text-warn' : 'text-muted'}>
          {t(`replay.mark.${step.mark}`)}
        </Mark>
      )}
      {step.entered.map((state, index) => (
        <Mark key={index} icon={CornerDownRight} tone="text-muted">
          {state}
        </Mark>
      ))}
      {step.tasksDone.map((task) => (
        <Mark key={task} icon={Check} tone="text-good">
          {task}
        </Mark>
      ))}
    </span>
  )
}

function Mark({ icon: Icon, tone, children }: { icon: typeof Check; tone: string; children: ReactNode }) {
  return (
    <span className={classNames('flex items-start gap-1.5 text-xs', tone)}>
      <Icon aria-hidden="true" className="mt-0.5 size-3 shrink-0" />
      <span>{children}</span>
    </span>
  )
}
