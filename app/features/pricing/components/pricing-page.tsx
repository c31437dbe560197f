import { ArrowLeft, ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LocalLink } from '~/i18n/local-link'
import { paths } from '~/paths'
import { PageTitle } from '~/ui/page-title'
import type { PlanTable } from '../plan-table'
import { FeatureTable } from './feature-table'
import { PeriodSwitch } from './period-switch'
import { PlanActions } from './plan-actions'
import { PlanCard } from './plan-card'

interface PricingPageProps {
  table: PlanTable
  yearly: boolean
  /** The feature that a demo sent the visitor here for. */
  feature: string | null
  /** The trial to go back to. */
  from: string | null
}

/** What each plan costs and gives, and how money comes back. */
export function PricingPage({ table, yearly, feature, from }: PricingPageProps) {
  const { t } = useTranslation('center')
  const kept = { ...(from && { from }), ...(feature && { feature }) }
  const saving = Math.max(0, ...table.plans.map((plan) => plan.saving ?? 0))
  return (
    <div className="grid gap-14">
      {from ? (
        <LocalLink
          to={paths.trial(from)}
          className="inline-flex min-h-9 w-fit items-center gap-2 text-sm font-medium text-accent"
        >
          <ArrowLeft className="size-4" aria-hidden="true" />
          <span>{t('pricing.back')}</span>
        </LocalLink>
      ) : null}
      <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-6">
        <PageTitle title={t('pricing.title')} lead={t('pricing.lead')} />
        <PeriodSwitch
          yearly={yearly}
          monthlyHref={paths.pricing(kept)}
          yearlyHref={paths.pricing({ ...kept, period: 'yearly' })}
          saving={saving > 0 ? saving : null}
        />
      </div>
      <div className="grid gap-4 md:auto-cols-fr md:grid-flow-col">
        {table.plans.map((plan) => (
          <PlanCard
            key={plan.id}
            plan={plan}
            currency={table.currency}
            yearly={yearly}
            action={<PlanActions plan={plan} from={from} />}
          />
        ))}
      </div>
      <FeatureTable table={table} highlighted={feature} />
      <Refund refund={table.refund} note={table.note} />
      {table.questions.length > 0 ? <Questions questions={table.questions} /> : null}
    </div>
  )
}

function Refund({ refund, note }: Pick<PlanTable, 'refund' | 'note'>) {
  const { t } = useTranslation('center')
  return (
    <section aria-labelledby="refund" className="grid max-w-2xl gap-2">
      <h2 id="refund" className="text-title">
        {t('pricing.refund', { count: refund.days })}
      </h2>
      <p className="text-muted">{refund.terms}</p>
      {note ? <p className="text-sm text-faint">{note}</p> : null}
    </section>
  )
}

function Questions({ questions }: Pick<PlanTable, 'questions'>) {
  const { t } = useTranslation('center')
  return (
    <section aria-labelledby="questions" className="grid max-w-2xl gap-4">
      <h2 id="questions" className="text-title">
        {t('pricing.questions')}
      </h2>
      <div className="grid">
        {questions.map(({ question, answer }) => (
          <details key={question} className="group border-t border-line last:border-b">
            <summary className="flex min-h-12 cursor-pointer list-none items-center justify-between gap-6 py-3 font-medium">
              <span>{question}</span>
              <ChevronDown
                className="size-4 shrink-0 text-faint transition-transform group-open:rotate-180"
                aria-hidden="true"
              />
            </summary>
            <p className="pb-5 text-muted">{answer}</p>
          </details>
        ))}
      </div>
    </section>
  )
}
