import { classNames } from '~/ui/class-names'
import type { Elements } from '~/ui/elements'
import type { PlanColumn } from '../plan-table'
import { Price } from './price'

interface PlanCardProps {
  plan: PlanColumn
  currency: string
  yearly: boolean
  action: Elements
}

/** One plan: for whom, what it costs, and what to do about it. */
export function PlanCard({ plan, currency, yearly, action }: PlanCardProps) {
  return (
    <section
      aria-label={plan.name}
      className={classNames(
        'grid content-start gap-6 rounded-2xl p-6 sm:p-8',
        plan.highlighted ? 'bg-surface shadow-float ring-1 ring-accent' : 'ring-1 ring-line ring-inset',
      )}
    >
      <div className="grid gap-2">
        <h2 className="text-title">{plan.name}</h2>
        {plan.tagline ? <p className="text-sm text-muted sm:min-h-15">{plan.tagline}</p> : null}
      </div>
      <Price plan={plan} currency={currency} yearly={yearly} />
      {action}
    </section>
  )
}
