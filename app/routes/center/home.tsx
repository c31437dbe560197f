import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CatalogueSection } from '~/features/catalogue/components/catalogue-section'
import { catalogueData } from '~/features/catalogue/demo-data'
import { listDemos } from '~/features/catalogue/list-demos.server'
import { ConsentChoice } from '~/features/me/components/consent-choice'
import { ContinuePlace } from '~/features/me/components/continue-place'
import { consentState } from '~/features/me/consent-state.server'
import { mayHaveTrials } from '~/features/me/may-have-trials.server'
import { ProductGlimpse } from '~/features/player/stage/components/product-glimpse'
import { renderGlimpse } from '~/features/player/stage/render-glimpse.server'
import { MessageList } from '~/features/messages/components/message-list'
import { readMessages } from '~/features/messages/read-messages.server'
import type { Context } from '~/platform/context/context'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { originOf, pageMeta } from '~/ui/page-meta'

export const handle = { i18n: ['center'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, {
    title: data?.title,
    description: data?.description,
    ...(data && { data: catalogueData(data.demos, originOf(matches)) }),
  })

export const loader = defineLoader('anyone', async ({ ctx, url, headers }) => {
  const query = url.searchParams
  const chosen = { role: query.get('role') ?? undefined, scenario: query.get('scenario') ?? undefined }
  const t = fixedT(ctx.locale, 'center')
  const catalogue = await listDemos({ ctx, input: chosen })
  return {
    ...catalogue,
    chosen,
    glimpses: await glimpsesOf(ctx, catalogue.demos),
    messages: await readMessages({ ctx, input: { places: ['home', 'catalogue'] } }),
    mayHaveTrials: mayHaveTrials(ctx),
    consent: await consentState(ctx, headers),
    title: t('home.metaTitle'),
    description: t('home.lead'),
  }
})

/** The first screen of each demo as markup, by slug. */
async function glimpsesOf(ctx: Context, demos: readonly { slug: string }[]): Promise<Record<string, string>> {
  const drawn = await Promise.all(
    demos.map(async ({ slug }) => [slug, await renderGlimpse({ ctx, input: { slug } })] as const),
  )
  return Object.fromEntries(drawn.filter((one): one is [string, string] => one[1] !== null))
}

export default function Home() {
  const { demos, roles, scenarios, chosen, mayHaveTrials, glimpses, messages, consent } =
    useLoaderData<typeof loader>()
  const { t } = useTranslation('center')
  return (
    <div className="grid gap-12 sm:gap-16">
      <header className="grid gap-5">
        <h1 className="text-[2.5rem] leading-[1.06] font-semibold tracking-[-0.03em] sm:text-[3.75rem]">
          {t('home.title')}
        </h1>
        <p className="max-w-xl text-lg text-muted">{t('home.lead')}</p>
      </header>
      <MessageList messages={messages} />
      {mayHaveTrials ? <ContinuePlace /> : null}
      <CatalogueSection
        {...{ demos, roles, scenarios, chosen }}
        pictureOf={(slug) => <CardPicture html={glimpses[slug]} />}
      />
      <ConsentChoice consent={consent} />
    </div>
  )
}

function CardPicture({ html }: { html: string | undefined }) {
  return html === undefined ? null : <ProductGlimpse html={html} className="hidden h-64 w-112 lg:block" />
}
