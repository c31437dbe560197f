import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ListedTrial } from '~/domain/insight/listed-trial'
import { paths } from '~/paths'
import { Badge } from '~/ui/badge'
import type { BoardFormat } from '../../figures/board-format'
import type { TrialNames } from '../trial-names'
import { FlagList } from '../../figures/components/flag-list'
import { StarRow } from '../../figures/components/star-row'
import { TrialEnding } from '../../figures/components/trial-ending'

/** Trials on a phone, one below the other. */
export function TrialCards({
  trials,
  format,
  nameOf,
  withDemo,
}: {
  trials: readonly ListedTrial[]
  format: BoardFormat
  nameOf: (trial: ListedTrial) => TrialNames
  withDemo: boolean
}) {
  const { t } = useTranslation('boards')
  return (
    <ul className="grid md:hidden">
      {trials.map((trial) => {
        const names = nameOf(trial)
        return (
          <li key={trial.id} className="border-b border-line last:border-0">
            <Link to={paths.replay(trial.id)} className="grid gap-1 py-3.5 text-sm">
              <span className="flex items-baseline justify-between gap-3">
                <span className="font-medium tabular-nums">{format.instant(trial.startedAt)}</span>
                <span className="text-muted tabular-nums">
                  {trial.score === null
                    ? format.duration(trial.activeMs)
                    : `${format.duration(trial.activeMs)} · ${t('trials.points', { count: trial.score })}`}
                </span>
              </span>
              <span className="text-muted">
                {[...(withDemo ? [names.demo] : []), names.plan, names.role, names.device].join(' · ')}
              </span>
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <TrialEnding outcome={trial.outcome} running={trial.running} lastState={names.lastState} />
                {trial.stars === null ? null : <StarRow stars={trial.stars} />}
                {trial.converted ? <Badge tone="good">{t('trials.converted')}</Badge> : null}
                <FlagList flags={trial.flags} />
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
