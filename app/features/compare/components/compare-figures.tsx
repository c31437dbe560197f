import { useTranslation } from 'react-i18next'
import type { SideView } from '../comparison-view'

/** The summary: the steps on each plan, how many the other plan does not need, and the tasks. */
export function CompareFigures({ left, right }: { left: SideView; right: SideView }) {
  return (
    <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
      <Figures side={left} other={right} />
      <Figures side={right} other={left} />
    </div>
  )
}

function Figures({ side, other }: { side: SideView; other: SideView }) {
  const { t } = useTranslation('compare')
  return (
    <div className="grid content-start gap-2 border-t-2 border-line-strong pt-4">
      <h2 className="text-title">{side.name}</h2>
      <p className="flex items-baseline gap-2">
        <span className="text-figure tabular-nums">{side.steps}</span>
        <span className="text-muted">{t('figures.steps', { count: side.steps })}</span>
      </p>
      <p className="text-sm text-muted">
        {[
          side.extra === 0
            ? t('figures.noExtra', { other: other.name })
            : t('figures.extra', { count: side.extra, other: other.name }),
          t('figures.tasks', { done: side.tasksDone, count: side.tasksOffered }),
          ...(side.outcome === 'success' ? [] : [t('figures.unfinished')]),
        ].join(' ')}
      </p>
    </div>
  )
}
