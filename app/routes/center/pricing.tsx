import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PricingPage } from '~/features/pricing/components/pricing-page'
import { plansData } from '~/features/pricing/plans-data'
import { readPlans } from '~/features/pricing/read-plans.server'
import { MessageList } from '~/features/messages/components/message-list'
import { readMessages } from '~/features/messages/read-messages.server'
import { paths } from '~/paths'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { pageMeta, siteNameIn } from '~/ui/page-meta'

export const handle = { i18n: ['center'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, {
    title: data?.title,
    description: data?.description,
    ...(data?.table && { data: plansData(data.table, siteNameIn(matches)) }),
  })

const TRIAL_ID = /^[0-9a-f-]{36}$/

export const loader = defineLoader('anyone', async ({ ctx, url }) => {
  const query = url.searchParams
  const from = query.get('from')
  const t = fixedT(ctx.locale, 'center')
  return {
    messages: await readMessages({ ctx, input: { places: ['pricing'] } }),
    table: await readPlans({ ctx }),
    yearly: query.get('period') === 'yearly',
    feature: query.get('feature'),
    from: from && TRIAL_ID.test(from) ? from : null,
    title: t('pricing.title'),
    description: t('pricing.lead'),
  }
})

export default function Pricing() {
  const { messages, table, yearly, feature, from } = useLoaderData<typeof loader>()
  const { t } = useTranslation('center')
  if (table === null) {
    return (
      <EmptyState
        title={t('pricing.emptyTitle')}
        action={<LinkButton to={paths.talk()}>{t('home.talk')}</LinkButton>}
      />
    )
  }
  return (
    <div className="grid gap-10">
      <MessageList messages={messages} />
      <PricingPage table={table} yearly={yearly} feature={feature} from={from} />
    </div>
  )
}
