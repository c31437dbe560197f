import { useTranslation } from 'react-i18next'
import type { IdealStyle } from '../ideal-style'

/** How to read the chart. */
export function FlowLegend({
  styles,
  planNames,
}: {
  styles: readonly IdealStyle[]
  planNames: Record<string, string>
}) {
  const { t } = useTranslation('boards')
  return (
    <figcaption>
      <ul className="flex flex-wrap gap-x-6 gap-y-2 text-xs text-muted">
        {styles.map(({ plans, shared, dashes }) => (
          <li key={plans.join(' ')} className="flex items-center gap-2">
            <svg aria-hidden="true" viewBox="0 0 24 8" className="h-2 w-6">
              <path d="M0 4H24" strokeWidth="2" strokeDasharray={dashes} className="stroke-accent" />
            </svg>
            <span>
              {shared
                ? t('flow.legend.ideal')
                : t('flow.legend.idealOn', {
                    plans: plans.map((plan) => planNames[plan] ?? plan).join(', '),
                  })}
            </span>
          </li>
        ))}
        <li className="flex items-center gap-2">
          <svg aria-hidden="true" viewBox="0 0 24 8" className="h-2 w-6">
            <path d="M0 3.5H24V4.5H0Z" className="fill-faint" />
            <path d="M12 1.5H24V6.5H12Z" className="fill-faint" />
          </svg>
          <span>{t('flow.legend.width')}</span>
        </li>
        <li className="flex items-center gap-2">
          <svg aria-hidden="true" viewBox="0 0 24 12" className="h-3 w-6">
            <rect width="24" height="12" rx="3" className="fill-bad" fillOpacity="0.3" />
          </svg>
          <span>{t('flow.legend.left')}</span>
        </li>
        <li className="flex items-center gap-2">
          <svg aria-hidden="true" viewBox="0 0 24 8" className="h-2 w-6">
            <path d="M0 4H24" strokeDasharray="3 4" className="stroke-faint" />
          </svg>
          <span>{t('flow.legend.untaken')}</span>
        </li>
      </ul>
    </figcaption>
  )
}
