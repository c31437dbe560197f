import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'

/** The outcome of a trial: finished, other ending, dropped off at a state, in progress. */
export function TrialEnding({
  outcome,
  running,
  lastState,
}: {
  outcome: 'success' | 'other' | null
  running: boolean
  /** Its name. */
  lastState: string
}) {
  const { t } = useTranslation('boards')
  const ending =
    outcome === 'success' ? 'finished' : outcome === 'other' ? 'ended' : running ? 'running' : 'left'
  return (
    <span className={classNames(ending === 'finished' && 'text-good', ending === 'left' && 'text-bad')}>
      {t(`ending.${ending}`, { state: lastState })}
    </span>
  )
}
