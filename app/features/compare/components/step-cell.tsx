import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '~/ui/badge'
import type { EmptyCell, LockedHere, StepView } from '../comparison-view'

interface StepCellProps {
  step: StepView
  /** The plan, named where the columns stand under each other. */
  plan: string
  planId: 'left' | 'right'
  /** The only plan that has this step; null when both have it. */
  only: string | null
  /** The screen on which the step is taken; too small to be read on a phone. */
  picture: ReactNode
}

/** One step of one plan: where, who, what is done, and what is locked there. */
export function StepCell({ step, plan, planId, only, picture }: StepCellProps) {
  const { t } = useTranslation('compare')
  return (
    <div className="flex min-w-0 items-baseline gap-3">
      <span className="w-6 shrink-0 text-right text-sm text-faint tabular-nums" aria-hidden="true">
        {step.number}
      </span>
      <div className="grid min-w-0 flex-1 gap-1.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
          <span className="font-medium text-ink md:sr-only">{plan}</span>
          <span>
            {`${step.place} · ${step.person ? t('steps.person', { person: step.person, role: step.role }) : step.role}`}
          </span>
        </p>
        <p className="text-sm wrap-break-word">{step.act}</p>
        {only !== null || step.own ? (
          <p className="flex flex-wrap gap-2">
            {only !== null ? (
              <Badge tone={planId === 'left' ? 'warn' : 'accent'}>{t('steps.only', { plan: only })}</Badge>
            ) : null}
            {step.own ? <Badge>{t('steps.own')}</Badge> : null}
          </p>
        ) : null}
        {step.locked.map((locked) => (
          <LockedLine key={locked.needs} locked={locked} />
        ))}
        {picture ? <div className="mt-2 max-md:hidden">{picture}</div> : null}
      </div>
    </div>
  )
}

/** Nothing to do on this plan, and why. */
export function EmptyStep({ empty, plan }: { empty: EmptyCell | null; plan: string }) {
  const { t } = useTranslation('compare')
  return (
    <div className="grid content-start gap-1.5 pl-9 text-sm text-faint">
      {empty?.locked ? <LockedLine locked={empty.locked} /> : <p>{t('steps.none', { plan })}</p>}
    </div>
  )
}

function LockedLine({ locked }: { locked: LockedHere }) {
  const { t } = useTranslation('compare')
  return (
    <p className="flex items-baseline gap-2 text-sm text-muted">
      <Lock className="size-3.5 shrink-0 translate-y-0.5 text-faint" aria-hidden="true" />
      <span>
        <span className="font-medium text-ink">{t('steps.locked', { label: locked.label })}</span>
        <span>{` ${locked.reason ?? t('steps.lockedReason', { title: locked.title })}`}</span>
      </span>
    </p>
  )
}
