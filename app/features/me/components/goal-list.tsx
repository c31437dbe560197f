import { useTranslation } from 'react-i18next'
import { instantOf } from '~/domain/day'
import { Badge } from '~/ui/badge'
import type { MyGoal } from '../list-my-goals.server'

/** The goals requested in this browser, separate from confirmed ones. Nothing when there are none. */
export function GoalList({ goals }: { goals: MyGoal[] }) {
  const { t, i18n } = useTranslation('center')
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' })
  if (goals.length === 0) return null
  return (
    <section aria-labelledby="asked" className="grid gap-4">
      <h2 id="asked" className="text-headline">
        {t('asked.title')}
      </h2>
      <ul>
        {goals.map(({ id, kind, at, state }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-3 last:border-b"
          >
            <span>
              <span className="font-medium">{t(`asked.kind.${kind}`)}</span>{' '}
              <time dateTime={at} className="text-sm text-muted tabular-nums">
                {day.format(instantOf(at))}
              </time>
            </span>
            <Badge tone={state === 'confirmed' ? 'good' : 'neutral'}>{t(`asked.${state}`)}</Badge>
          </li>
        ))}
      </ul>
    </section>
  )
}
