import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { SelectInput } from '~/ui/controls'
import type { ComparisonView, NamedPlan } from '../comparison-view'

/** Chooses the two plans where a demo has more; a plain form, so that it works without JavaScript. */
export function PlanPairForm({ view }: { view: ComparisonView }) {
  const { t } = useTranslation('compare')
  const { plans, left, right } = view
  return (
    <form method="get" action={paths.compare(view.slug)} className="flex flex-wrap items-end gap-3">
      {view.trialId ? <input type="hidden" name="trial" value={view.trialId} /> : null}
      <PlanSelect label={t('plans.left')} plans={plans} value={left.id} />
      <PlanSelect label={t('plans.right')} plans={plans} value={right.id} />
      <Button type="submit">{t('plans.show')}</Button>
    </form>
  )
}

function PlanSelect({ label, plans, value }: { label: string; plans: NamedPlan[]; value: string }) {
  return (
    <label className="grid gap-1 text-sm font-medium">
      <span>{label}</span>
      <SelectInput key={value} name="plan" defaultValue={value}>
        {plans.map((plan) => (
          <option key={plan.id} value={plan.id}>
            {plan.name}
          </option>
        ))}
      </SelectInput>
    </label>
  )
}
