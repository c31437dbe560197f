import { Check, Minus } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'
import type { TrialResult } from '../trial-result'

/** The points that each task gave and that hints and detours cost. They add up to the score. */
export function ScoreAccount({ result }: { result: TrialResult }) {
  const { t } = useTranslation('player')
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid content-start gap-4">
      <h3 id={id} className="text-title">
        {t('end.account')}
      </h3>
      <ul className="grid text-sm">
        {result.tasks.map((task) => {
          const done = task.doneAt !== null
          const Mark = done ? Check : Minus
          return (
            <li key={task.id} className="flex items-start gap-3 border-b border-line py-2.5">
              <Mark
                className={classNames('mt-0.5 size-4 shrink-0', done ? 'text-good' : 'text-faint')}
                aria-hidden="true"
              />
              <span className={classNames('mr-auto', !done && 'text-muted')}>
                <span>{task.title}</span>
                <span className="sr-only">{done ? t('tasks.done') : t('tasks.open')}</span>
              </span>
              <Points value={task.points} />
            </li>
          )
        })}
        <Cost label={t('end.hints', { count: result.hints.count })} points={result.hints.points} />
        <Cost
          label={
            result.detours.count === null
              ? t('end.detoursUnknown')
              : t('end.detours', { count: result.detours.count })
          }
          points={result.detours.points}
        />
        {result.limitPoints === 0 ? null : <Cost label={t('end.limit')} points={result.limitPoints} />}
        <li className="flex justify-between gap-3 pt-3 text-base font-semibold">
          <span>{t('end.total')}</span>
          <span className="tabular-nums">{result.score}</span>
        </li>
      </ul>
      <p className="text-xs text-faint">{t('end.explain')}</p>
    </section>
  )
}

function Cost({ label, points }: { label: string; points: number }) {
  return (
    <li className="flex items-start gap-3 border-b border-line py-2.5 text-muted">
      <span className="mr-auto pl-7">{label}</span>
      <Points value={points} />
    </li>
  )
}

/** Points with their sign, so that gains and costs are distinguishable. */
function Points({ value }: { value: number }) {
  const { i18n } = useTranslation('player')
  const format = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero', maximumFractionDigits: 0 })
  return <span className="tabular-nums">{format.format(value)}</span>
}
