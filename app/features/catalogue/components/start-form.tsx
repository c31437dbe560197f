import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import type { DemoDetail } from '../demo-card'
import { PlanChoice } from './plan-choice'
import { RoleChoice } from './role-choice'

interface StartFormProps {
  demo: DemoDetail
  /** The plan that is chosen at first. */
  plan: string
  /** The state at which the trial is to begin; null for the start. */
  at: string | null
}

/** The start form: the plan and, if there are several, the start role. A plain form that works without JavaScript. */
export function StartForm({ demo, plan, at }: StartFormProps) {
  const { t } = useTranslation('center')
  const stateTitle = at === null ? undefined : demo.stateTitles[at]
  const startRoles = demo.roles.filter((role) => demo.startRoles.includes(role.id))
  return (
    <form method="post" action={paths.startTrial()} data-landing="" className="grid gap-6">
      <input type="hidden" name="demo" value={demo.slug} />
      {at === null ? null : <input type="hidden" name="at" value={at} />}
      <PlanChoice plans={demo.planWays} initial={plan} />
      {startRoles.length > 1 ? <RoleChoice roles={startRoles} /> : null}
      <div className="grid gap-3">
        {at === null ? null : (
          <p className="text-sm text-muted">
            {stateTitle === undefined ? t('demo.atUnknown') : t('demo.at', { state: stateTitle })}
          </p>
        )}
        <Button type="submit" tone="primary" size="large" className="w-full">
          <span>{t('demo.start')}</span>
          <ArrowRight className="size-4" aria-hidden="true" />
        </Button>
        <p className="text-center text-xs text-muted">{t('demo.promise')}</p>
      </div>
    </form>
  )
}
