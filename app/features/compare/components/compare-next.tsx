import { Form, useNavigation } from '@remix-run/react'
import { ArrowRight } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { LinkButton } from '~/ui/link-button'
import type { ComparisonView } from '../comparison-view'

/** What to do now: go through it on the larger plan, or talk. A plain form: it works without JavaScript. */
export function CompareNext({ view }: { view: ComparisonView }) {
  const { t } = useTranslation('compare')
  const id = useId()
  const busy = useNavigation().formAction === paths.startTrial()
  const { right, slug, trialId } = view
  return (
    <section aria-labelledby={id} className="grid gap-5 rounded-2xl bg-surface p-6 ring-1 ring-line sm:p-8">
      <div className="grid gap-1">
        <h2 id={id} className="text-headline">
          {t('next.title', { plan: right.name })}
        </h2>
        <p className="text-muted">{t('next.lead')}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Form method="post" action={paths.startTrial()}>
          <input type="hidden" name="demo" value={slug} />
          <input type="hidden" name="plan" value={right.id} />
          <Button type="submit" tone="primary" size="large" busy={busy}>
            <span>{t('next.try', { plan: right.name })}</span>
            <ArrowRight className="size-4" aria-hidden="true" />
          </Button>
        </Form>
        <LinkButton
          to={paths.talk({ goal: 'quote', plan: right.id, ...(trialId && { trial: trialId }) })}
          size="large"
        >
          {t('next.talk')}
        </LinkButton>
        <LinkButton to={paths.pricing(trialId ? { from: trialId } : {})} tone="quiet" size="large">
          {t('next.pricing')}
        </LinkButton>
      </div>
    </section>
  )
}
