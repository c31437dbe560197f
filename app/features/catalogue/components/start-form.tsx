import { Form, useNavigation } from '@remix-run/react'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import type { DemoDetail } from '../demo-card'
import { useLandingTouch } from '../use-landing-touch'
import { PlanChoice } from './plan-choice'
import { RoleChoice } from './role-choice'

interface StartFormProps {
  demo: DemoDetail
  plan: string
  onPlan: (plan: string) => void
}

/** The start form: the plan and, if there are several, the start role. A plain form that works without JavaScript. */
export function StartForm({ demo, plan, onPlan }: StartFormProps) {
  const { t } = useTranslation('center')
  const touch = useLandingTouch()
  const busy = useNavigation().formAction === paths.startTrial()
  const startRoles = demo.roles.filter((role) => demo.startRoles.includes(role.id))
  return (
    <Form method="post" action={paths.startTrial()} className="grid gap-6">
      <input type="hidden" name="demo" value={demo.slug} />
      {Object.entries(touch).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <PlanChoice plans={demo.planWays} value={plan} onChange={onPlan} />
      {startRoles.length > 1 ? <RoleChoice roles={startRoles} /> : null}
      <div className="grid gap-3">
        <Button type="submit" tone="primary" size="large" busy={busy} className="w-full">
          <span>{t('demo.start')}</span>
          <ArrowRight className="size-4" aria-hidden="true" />
        </Button>
        <p className="text-center text-xs text-muted">{t('demo.promise')}</p>
      </div>
    </Form>
  )
}
