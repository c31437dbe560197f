import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Notice } from '~/ui/notice'
import { PageTitle } from '~/ui/page-title'
import type { ComparisonView } from '../comparison-view'
import { CompareFigures } from './compare-figures'
import { CompareNext } from './compare-next'
import { CompareRows } from './compare-rows'
import { EndDifferences } from './end-differences'
import { PlanPairForm } from './plan-pair-form'
import { Section } from './section'
import { TaskComparison } from './task-comparison'

interface ComparePageProps {
  view: ComparisonView
  trialGone: boolean
  /** The screen of a step that only one plan needs, by the index of its row. */
  pictureOf: (row: number) => ReactNode
}

/** The same process on two plans: what is done on each, what differs in the end, and the way to try it. */
export function ComparePage({ view, trialGone, pictureOf }: ComparePageProps) {
  const { t } = useTranslation('compare')
  const { left, right, trialId } = view
  const names = { left: left.name, right: right.name }
  return (
    <div className="grid gap-14">
      <div className="grid gap-8">
        <PageTitle
          eyebrow={
            <Link
              to={trialId ? paths.trial(trialId) : paths.demo(view.slug)}
              className="underline underline-offset-4"
            >
              {trialId ? t('backToTrial') : view.title}
            </Link>
          }
          title={t('title', { title: view.title, ...names })}
          lead={t(view.inputs === 'trial' ? 'leadTrial' : 'leadIdeal')}
        />
        {trialGone ? <Notice title={t('trialGone')} /> : null}
        {view.needs ? (
          <Notice tone="accent" title={t('needs', { title: view.needs.title })}>
            {view.needs.reason ? <span>{`${view.needs.reason} `}</span> : null}
            <a
              href={`#can-${view.needs.name}`}
              className="font-medium whitespace-nowrap text-accent underline underline-offset-4"
            >
              {t('needsStep')}
            </a>
          </Notice>
        ) : null}
        {view.plans.length > 2 ? <PlanPairForm view={view} /> : null}
        <CompareFigures left={left} right={right} />
      </div>
      <Section title={t('steps.title')} lead={t('steps.lead', names)}>
        <CompareRows view={view} pictureOf={pictureOf} />
      </Section>
      <Section title={t('end.title')} lead={t('end.lead')}>
        <EndDifferences view={view} />
      </Section>
      <Section title={t('tasks.title')}>
        <TaskComparison view={view} />
      </Section>
      <CompareNext view={view} />
    </div>
  )
}
