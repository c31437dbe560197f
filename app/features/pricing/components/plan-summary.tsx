import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import type { PlanTable } from '../plan-table'
import { Price } from './price'

/** The plans in short, for running text: name, price and the way to the whole table. */
export function PlanSummary({ table }: { table: PlanTable }) {
  const { t } = useTranslation('center')
  return (
    <div className="grid gap-4 rounded-2xl p-5 ring-1 ring-line">
      <div className="grid gap-6 sm:auto-cols-fr sm:grid-flow-col">
        {table.plans.map((plan) => (
          <div key={plan.id} className="grid content-start gap-2">
            <p className="font-semibold">{plan.name}</p>
            <Price plan={plan} currency={table.currency} yearly={false} />
          </div>
        ))}
      </div>
      <a href={paths.pricing()} className="text-sm">
        {t('pricing.whole')}
      </a>
    </div>
  )
}
