import { useTranslation } from 'react-i18next'
import { LocalLink } from '~/i18n/local-link'
import { classNames } from '~/ui/class-names'

interface PeriodSwitchProps {
  yearly: boolean
  monthlyHref: string
  yearlyHref: string
  /** The best saving of any plan, in percent. */
  saving: number | null
}

/** Monthly or yearly, as two links: the choice is in the address. */
export function PeriodSwitch({ yearly, monthlyHref, yearlyHref, saving }: PeriodSwitchProps) {
  const { t } = useTranslation('center')
  const link = (current: boolean) =>
    classNames(
      'inline-flex min-h-9 items-center gap-2 rounded-full px-4 text-sm font-medium pointer-coarse:min-h-11',
      current ? 'bg-surface text-ink ring-1 ring-line' : 'text-muted hover:text-ink',
    )
  return (
    <nav aria-label={t('pricing.period')} className="inline-flex w-fit gap-1 rounded-full bg-sunken p-1">
      <LocalLink
        to={monthlyHref}
        data-stay="monthly"
        aria-current={yearly ? undefined : 'true'}
        className={link(!yearly)}
      >
        {t('pricing.monthly')}
      </LocalLink>
      <LocalLink
        to={yearlyHref}
        data-stay="yearly"
        aria-current={yearly ? 'true' : undefined}
        className={link(yearly)}
      >
        <span>{t('pricing.yearly')}</span>
        {saving ? (
          <span className="text-xs text-good">{t('pricing.saving', { percent: saving })}</span>
        ) : null}
      </LocalLink>
    </nav>
  )
}
