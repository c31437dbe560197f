import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { EarnedLine } from '../use-earned'

/** What the last step earned, and what the other plan would have done. The announcement of the step says the same. */
export function EarnedNote({ earned }: { earned: readonly EarnedLine[] }) {
  const { t } = useTranslation('player')
  if (earned.length === 0) return null
  return (
    <ul className="appear grid grow basis-full gap-2 rounded-lg bg-good-soft px-3 py-2.5 text-left text-sm text-ink">
      {earned.map(({ id, title, points, difference }) => (
        <li key={id} className="flex gap-2">
          <Check className="mt-0.5 size-4 shrink-0 text-good" strokeWidth={3} aria-hidden="true" />
          <span className="grid min-w-0 gap-0.5">
            <span className="font-medium">{title}</span>
            {points > 0 ? (
              <span className="text-xs text-good">{t('earned.points', { count: points })}</span>
            ) : null}
            {difference ? <span className="text-xs text-muted">{difference}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
