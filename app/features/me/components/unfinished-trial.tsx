import { Link } from '@remix-run/react'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import type { TrialCard } from '../trial-card'

/** A link back to the last unfinished trial. */
export function UnfinishedTrial({ trial }: { trial: TrialCard }) {
  const { t } = useTranslation('center')
  return (
    <Link
      to={paths.trial(trial.id)}
      className="group flex flex-wrap items-center gap-x-6 gap-y-1 rounded-2xl bg-accent-soft px-5 py-4 sm:px-6"
    >
      <span className="text-sm text-muted">{t('continue.label')}</span>
      <span className="mr-auto font-medium">{`${trial.title}, ${trial.planName}`}</span>
      <span className="text-sm text-muted tabular-nums">
        {t('continue.tasks', { done: trial.tasksDone, count: trial.taskCount })}
      </span>
      <span className="inline-flex items-center gap-2 text-sm font-medium text-accent">
        <span>{t('continue.go')}</span>
        <ArrowRight className="size-4 transition-transform group-hover:translate-x-0.5" aria-hidden="true" />
      </span>
    </Link>
  )
}
