import { useTranslation } from 'react-i18next'
import type { PlanColumn } from '../plan-table'

/** An amount of the table's currency, without decimals where there are none. */
function formatAmount(amount: number, currency: string, locale: string): string {
  const digits = Number.isInteger(amount) ? 0 : 2
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount)
}

interface PriceProps {
  plan: PlanColumn
  currency: string
  yearly: boolean
}

/** What a plan costs a month, and how that is paid. */
export function Price({ plan, currency, yearly }: PriceProps) {
  const { t, i18n } = useTranslation('center')
  if (plan.price === null) return <p className="text-figure">{t('pricing.talk')}</p>
  const monthly = yearly ? plan.price.yearly / 12 : plan.price.monthly
  const free = plan.price.monthly === 0 && plan.price.yearly === 0
  return (
    <div className="grid gap-1">
      <p className="flex items-baseline gap-2">
        <span className="text-[2.75rem] leading-none font-semibold tracking-[-0.03em] tabular-nums">
          {formatAmount(Math.round(monthly * 100) / 100, currency, i18n.language)}
        </span>
        {free ? null : <span className="text-sm text-muted">{t('pricing.perMonth')}</span>}
      </p>
      <p className="text-sm text-muted">
        {free
          ? t('pricing.forever')
          : yearly
            ? t('pricing.billedYearly', { amount: formatAmount(plan.price.yearly, currency, i18n.language) })
            : t('pricing.billedMonthly')}
      </p>
    </div>
  )
}
