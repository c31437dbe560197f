import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DemoPage } from '~/features/catalogue/components/demo-page'
import { RetiredDemo } from '~/features/catalogue/components/retired-demo'
import { demoData } from '~/features/catalogue/demo-data'
import { readDemo } from '~/features/catalogue/read-demo.server'
import { ContinuePlace } from '~/features/me/components/continue-place'
import { mayHaveTrials } from '~/features/me/may-have-trials.server'
import { ConsentChoice } from '~/features/me/components/consent-choice'
import { consentState } from '~/features/me/consent-state.server'
import { ProductGlimpse } from '~/features/player/stage/components/product-glimpse'
import { renderGlimpse } from '~/features/player/stage/render-glimpse.server'
import { MessageList } from '~/features/messages/components/message-list'
import { readMessages } from '~/features/messages/read-messages.server'
import { paths } from '~/paths'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { pageMeta, siteNameIn } from '~/ui/page-meta'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['center'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => {
  if (loaded?.found.status !== 'published') return [siteTitle(matches, loaded?.title)]
  const { demo } = loaded.found
  return pageMeta(matches, {
    title: loaded.title,
    description: demo.summary,
    picture: paths.demoPicture(demo.slug, loaded.locale),
    data: demoData(demo, siteNameIn(matches)),
  })
}

export const loader = defineLoader('anyone', async ({ ctx, params, url, headers }) => {
  const t = fixedT(ctx.locale, 'center')
  const slug = params.slug ?? ''
  const [found, glimpse] = await Promise.all([
    readDemo({ ctx, input: { slug } }),
    renderGlimpse({ ctx, input: { slug } }),
  ])
  const name = found.status === 'published' ? found.demo.title : t('retired.title')
  const page = {
    found,
    glimpse,
    messages: await readMessages({ ctx, input: { places: ['demo'] } }),
    plan: url.searchParams.get('plan'),
    mayHaveTrials: mayHaveTrials(ctx),
    at: url.searchParams.get('at'),
    consent: await consentState(ctx, headers),
    title: name,
    locale: ctx.locale,
  }
  return data(page, { status: found.status === 'published' ? 200 : 410 })
})

export default function DemoRoute() {
  const { found, plan, at, glimpse, messages, mayHaveTrials, consent } = useLoaderData<typeof loader>()
  if (found.status === 'retired') return <RetiredDemo instead={found.instead} />
  return (
    <div className="grid gap-16">
      <MessageList messages={messages} />
      {mayHaveTrials ? <ContinuePlace demo={found.demo.slug} /> : null}
      <DemoPage
        key={found.demo.slug}
        demo={found.demo}
        initialPlan={plan}
        at={at}
        glimpse={glimpse ? <ProductGlimpse html={glimpse} className="hidden h-104 sm:block" /> : null}
      />
      <ConsentChoice consent={consent} />
    </div>
  )
}
