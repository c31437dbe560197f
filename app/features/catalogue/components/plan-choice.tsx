import { useTranslation } from 'react-i18next'
import type { PlanWay } from '../demo-card'

/** The choice of plan: large radio buttons that say how each changes the process. */
export function PlanChoice({ plans, initial }: { plans: PlanWay[]; initial: string }) {
  const { t } = useTranslation('center')
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-sm font-medium">{t('demo.plan')}</legend>
      {plans.map((plan) => (
        <label
          key={plan.id}
          className="grid cursor-pointer grid-cols-[auto_1fr_auto] items-baseline gap-x-3 rounded-xl px-4 py-3.5 ring-1 ring-line-strong transition-shadow ring-inset hover:ring-faint has-checked:bg-accent-soft has-checked:ring-2 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="plan"
            value={plan.id}
            defaultChecked={initial === plan.id}
            data-shows=""
            className="size-4 translate-y-0.5 accent-accent outline-none"
          />
          <span className="font-medium">{plan.name}</span>
          {plan.steps > 0 ? (
            <span className="text-sm text-muted">{t('demo.steps', { count: plan.steps })}</span>
          ) : null}
          {plan.tagline ? (
            <span className="col-start-2 col-end-4 mt-1 text-sm text-muted">{plan.tagline}</span>
          ) : null}
        </label>
      ))}
    </fieldset>
  )
}
