import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { LinkButton } from '~/ui/link-button'
import type { PlanColumn } from '../plan-table'

/** Signing up for what is free, asking for a quote of what is not, and trying either first. */
export function PlanActions({ plan, from }: { plan: PlanColumn; from: string | null }) {
  const { t } = useTranslation('center')
  const tone = plan.highlighted ? 'primary' : 'secondary'
  const free = plan.price !== null && plan.price.monthly === 0
  const goal = free ? 'sign-up' : 'quote'
  return (
    <div className="flex flex-wrap gap-2">
      <LinkButton to={paths.talk({ goal, plan: plan.id, ...(from && { trial: from }) })} tone={tone}>
        {t(free ? 'pricing.signUp' : 'pricing.quote')}
      </LinkButton>
      <LinkButton to={paths.home()} tone="quiet">
        {t('pricing.tryFirst')}
      </LinkButton>
    </div>
  )
}
