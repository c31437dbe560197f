import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'

/** How a trial stands or ended, in a few words: finished, ended otherwise, left at a state, still going on. */
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
