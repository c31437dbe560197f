import { Check } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { LocalLink } from '~/i18n/local-link'
import { paths } from '~/paths'
import type { Elements } from '~/ui/elements'
import { LinkButton } from '~/ui/link-button'
import { PageTitle } from '~/ui/page-title'
import type { DemoDetail } from '../demo-card'
import { DemoFacts } from './demo-facts'
import { StartForm } from './start-form'
import { WayOutline } from './way-outline'

interface DemoPageProps {
  demo: DemoDetail
  initialPlan: string | null
  /** The state at which the trial is to begin; null for the start. */
  at: string | null
  /** A picture of the product. */
  glimpse?: Elements
}

/** The page of a demo: what happens, who takes part, how long it takes, and the start form. */
export function DemoPage({ demo, initialPlan, at, glimpse }: DemoPageProps) {
  const { t } = useTranslation('center')
  const first = demo.plans.find((plan) => plan.id === initialPlan) ?? demo.plans[0]
  return (
    <div className="grid items-start gap-x-14 gap-y-12 lg:grid-cols-[1fr_23rem]">
      <PageTitle eyebrow={demo.scenario.name} title={demo.title} lead={demo.summary}>
        <DemoFacts demo={demo} />
      </PageTitle>
      <aside
        aria-label={t('demo.startLabel')}
        className="rounded-2xl bg-surface p-5 shadow-float ring-1 ring-line sm:p-6 lg:sticky lg:top-8 lg:row-span-2"
      >
        <StartForm demo={demo} plan={first?.id ?? ''} at={at} />
      </aside>
      <div className="grid min-w-0 gap-14">
        {glimpse}
        <Part title={t('demo.tasks')}>
          <ul className="grid gap-3">
            {demo.tasks.map((task) => (
              <li key={task.id} className="flex items-start gap-3">
                <Check className="mt-1 size-4 shrink-0 text-accent" aria-hidden="true" />
                <span>
                  <span>{task.title}</span>
                  {task.optional ? (
                    <span className="text-sm text-faint">{` ${t('demo.optional')}`}</span>
                  ) : null}
                  {task.later ? (
                    <span className="text-sm text-faint">{` ${t('demo.taskLater')}`}</span>
                  ) : null}
                </span>
              </li>
            ))}
          </ul>
        </Part>
        {demo.planWays
          .filter(({ way }) => way.length > 0)
          .map(({ id, name, steps, way }) => (
            <div key={id} data-plan={id} hidden={id !== first?.id}>
              <Part title={t('demo.way')} lead={t('demo.wayLead', { plan: name, count: steps })}>
                <WayOutline way={way} roles={demo.roles} />
              </Part>
            </div>
          ))}
        {demo.features.length > 0 || demo.plans.length > 1 ? (
          <Part title={t('demo.features')} lead={t('demo.featuresLead')}>
            <ul className="flex flex-wrap gap-2">
              {demo.features.map((feature) => (
                <li key={feature.id}>
                  <LocalLink
                    to={paths.pricing({ feature: feature.id })}
                    className="inline-flex min-h-9 items-center rounded-full px-3.5 text-sm ring-1 ring-line-strong ring-inset hover:bg-sunken pointer-coarse:min-h-11"
                  >
                    {feature.name}
                  </LocalLink>
                </li>
              ))}
            </ul>
            {demo.plans.length > 1 ? (
              <p>
                <LinkButton to={paths.compare(demo.slug)}>{t('demo.compare')}</LinkButton>
              </p>
            ) : null}
          </Part>
        ) : null}
      </div>
    </div>
  )
}

function Part({ title, lead, children }: { title: string; lead?: string; children: Elements }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid gap-5">
      <div className="grid gap-1">
        <h2 id={id} className="text-title">
          {title}
        </h2>
        {lead ? <p className="text-sm text-muted">{lead}</p> : null}
      </div>
      {children}
    </section>
  )
}
