import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CatalogueSection } from '~/features/catalogue/components/catalogue-section'
import { listDemos } from '~/features/catalogue/list-demos.server'
import { ConsentChoice } from '~/features/me/components/consent-choice'
import { ContinuePlace } from '~/features/me/components/continue-place'
import { consentState } from '~/features/me/consent-state.server'
import { mayHaveTrials } from '~/features/me/may-have-trials.server'
import { ProductGlimpse } from '~/features/player/stage/components/product-glimpse'
import { renderGlimpse } from '~/features/player/stage/render-glimpse.server'
import { MessageList } from '~/features/messages/components/message-list'
import { readMessages } from '~/features/messages/read-messages.server'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['center'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title),
  { name: 'description', content: data?.description ?? '' },
]

export const loader = defineLoader('anyone', async ({ ctx, url, headers }) => {
  const query = url.searchParams
  const chosen = { role: query.get('role') ?? undefined, scenario: query.get('scenario') ?? undefined }
  const t = fixedT(ctx.locale, 'center')
  const catalogue = await listDemos({ ctx, input: chosen })
  const [first] = catalogue.demos
  return {
    ...catalogue,
    chosen,
    glimpse: first ? await renderGlimpse({ ctx, input: { slug: first.slug } }) : null,
    messages: await readMessages({ ctx, input: { places: ['home', 'catalogue'] } }),
    mayHaveTrials: mayHaveTrials(ctx),
    consent: await consentState(ctx, headers),
    title: t('home.metaTitle'),
    description: t('home.lead'),
  }
})

export default function Home() {
  const { demos, roles, scenarios, chosen, mayHaveTrials, glimpse, messages, consent } =
    useLoaderData<typeof loader>()
  const { t } = useTranslation('center')
  return (
    <div className="grid gap-12 sm:gap-16">
      <header className="grid items-center gap-x-14 lg:grid-cols-[1fr_36rem]">
        <div className="grid gap-5">
          <h1 className="text-[2.5rem] leading-[1.06] font-semibold tracking-[-0.03em] sm:text-[3.75rem]">
            {t('home.title')}
          </h1>
          <p className="max-w-xl text-lg text-muted">{t('home.lead')}</p>
        </div>
        {glimpse ? <ProductGlimpse html={glimpse} className="hidden h-96 lg:block" /> : null}
      </header>
      <MessageList messages={messages} />
      {mayHaveTrials ? <ContinuePlace /> : null}
      <CatalogueSection demos={demos} roles={roles} scenarios={scenarios} chosen={chosen} />
      <ConsentChoice consent={consent} />
    </div>
  )
}
