import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { buttonClass } from '~/ui/button'
import { LinkButton } from '~/ui/link-button'
import type { PlanColumn } from '../plan-table'

/** Signing up for what is free, buying or asking for a quote of what is not, and trying either first. */
export function PlanActions({ plan, from }: { plan: PlanColumn; from: string | null }) {
  const { t } = useTranslation('center')
  const tone = plan.highlighted ? 'primary' : 'secondary'
  const free = plan.price !== null && plan.price.monthly === 0
  const goal = free ? 'sign-up' : 'quote'
  const own = { ...(from && { trial: from }) }
  if (plan.canBuy) {
    return (
      <div className="flex flex-wrap gap-2">
        <a href={paths.buy(plan.id, own)} rel="nofollow" className={buttonClass(tone)}>
          {t(free ? 'pricing.signUp' : 'pricing.buy')}
        </a>
        {free ? null : (
          <LinkButton to={paths.talk({ goal: 'quote', plan: plan.id, ...own })} tone="quiet">
            {t('pricing.quote')}
          </LinkButton>
        )}
      </div>
    )
  }
  return (
    <div className="flex flex-wrap gap-2">
      <LinkButton to={paths.talk({ goal, plan: plan.id, ...own })} tone={tone}>
        {t(free ? 'pricing.signUp' : 'pricing.quote')}
      </LinkButton>
      <LinkButton to={paths.home()} tone="quiet">
        {t('pricing.tryFirst')}
      </LinkButton>
    </div>
  )
}
