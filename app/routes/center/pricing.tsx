import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ArrowLeft } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLandingTouch } from '~/features/catalogue/use-landing-touch'
import { FeatureTable } from '~/features/pricing/components/feature-table'
import { PeriodSwitch } from '~/features/pricing/components/period-switch'
import { PlanCard } from '~/features/pricing/components/plan-card'
import { readPlans } from '~/features/pricing/read-plans.server'
import { paths } from '~/paths'
import { respond } from '~/server/http-errors'
import { fixedT } from '~/server/i18n'
import { requestContext } from '~/server/request-context'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'

export const handle = { i18n: ['center'] }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? 'Foyer' },
  { name: 'description', content: data?.description ?? '' },
]

const TRIAL_ID = /^[0-9a-f-]{36}$/

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  const query = new URL(args.request.url).searchParams
  const from = query.get('from')
  const t = fixedT(ctx.locale, 'center')
  try {
    return {
      table: await readPlans({ ctx }),
      yearly: query.get('period') === 'yearly',
      feature: query.get('feature'),
      from: from && TRIAL_ID.test(from) ? from : null,
      title: t('meta', { name: t('pricing.title') }),
      description: t('pricing.lead'),
    }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

export default function Pricing() {
  const { table, yearly, feature, from } = useLoaderData<typeof loader>()
  const { t } = useTranslation('center')
  useLandingTouch()
  useEffect(() => {
    if (feature) document.getElementById(`feature-${feature}`)?.scrollIntoView({ block: 'center' })
  }, [feature])
  if (table === null)
    return (
      <EmptyState
        title={t('pricing.emptyTitle')}
        action={<LinkButton to={paths.talk()}>{t('home.talk')}</LinkButton>}
      />
    )
  const kept = { ...(from && { from }), ...(feature && { feature }) }
  const saving = Math.max(0, ...table.plans.map((plan) => plan.saving ?? 0))
  return (
    <div className="grid gap-14">
      {from ? (
        <Link
          to={paths.trial(from)}
          className="inline-flex w-fit items-center gap-2 text-sm font-medium text-accent"
        >
          <ArrowLeft className="size-4" aria-hidden="true" />
          {t('pricing.back')}
        </Link>
      ) : null}
      <header className="flex flex-wrap items-end justify-between gap-x-10 gap-y-6">
        <div className="grid max-w-2xl gap-4">
          <h1 className="text-[2.25rem] leading-[1.08] font-semibold tracking-[-0.028em] sm:text-display">
            {t('pricing.title')}
          </h1>
          <p className="text-lg text-muted">{t('pricing.lead')}</p>
        </div>
        <PeriodSwitch
          yearly={yearly}
          monthlyHref={paths.pricing(kept)}
          yearlyHref={paths.pricing({ ...kept, period: 'yearly' })}
          saving={saving > 0 ? saving : null}
        />
      </header>
      <div className="grid gap-4 md:auto-cols-fr md:grid-flow-col">
        {table.plans.map((plan) => (
          <PlanCard
            key={plan.id}
            plan={plan}
            currency={table.currency}
            yearly={yearly}
            action={
              <div className="flex flex-wrap gap-2">
                {plan.price && plan.price.monthly === 0 ? (
                  <LinkButton
                    to={paths.talk({ goal: 'sign-up', plan: plan.id })}
                    tone={plan.highlighted ? 'primary' : 'secondary'}
                  >
                    {t('pricing.signUp')}
                  </LinkButton>
                ) : (
                  <LinkButton
                    to={paths.talk({ goal: 'quote', plan: plan.id, ...(from && { trial: from }) })}
                    tone={plan.highlighted ? 'primary' : 'secondary'}
                  >
                    {t('pricing.quote')}
                  </LinkButton>
                )}
                <LinkButton to={paths.home()} tone="quiet">
                  {t('pricing.tryFirst')}
                </LinkButton>
              </div>
            }
          />
        ))}
      </div>
      <FeatureTable table={table} highlighted={feature} />
      <section aria-labelledby="refund" className="grid max-w-2xl gap-2">
        <h2 id="refund" className="text-title">
          {t('pricing.refund', { count: table.refund.days })}
        </h2>
        <p className="text-muted">{table.refund.terms}</p>
        {table.note ? <p className="text-sm text-faint">{table.note}</p> : null}
      </section>
    </div>
  )
}
