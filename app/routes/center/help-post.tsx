import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LocalLink } from '~/i18n/local-link'
import { RetiredText } from '~/features/content/components/retired-text'
import { TextArticle } from '~/features/content/components/text-article'
import { followSearch } from '~/features/help/search/follow-search.server'
import { readText } from '~/features/content/read-text.server'
import { withPlanTables } from '~/features/pricing/with-plan-tables.server'
import { paths } from '~/paths'
import { defineLoader } from '~/platform/http/define-loader'
import { isFetchedAhead } from '~/platform/http/is-fetched-ahead'
import { pageMeta } from '~/ui/page-meta'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['center'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => {
  if (loaded?.found.status !== 'published') return [siteTitle(matches)]
  const { title, summary } = loaded.found.text
  const data = { '@type': 'Article', headline: title, description: summary }
  return pageMeta(matches, { title, description: summary, data })
}

export const loader = defineLoader('anyone', async ({ ctx, params, url, headers }) => {
  const found = await readText({ ctx, input: { kind: 'help', slug: params.slug ?? '' } })
  const typed = url.searchParams.get('q') ?? ''
  if (typed && found.status === 'published' && !isFetchedAhead(headers)) {
    await followSearch({ ctx, input: { typed: typed.slice(0, 1_000), slug: found.text.slug } })
  }
  if (found.status === 'retired') return data({ found, typed }, { status: 410 })
  return data({ found: { ...found, text: await withPlanTables(ctx, found.text) }, typed })
})

export default function HelpPost() {
  const { found, typed } = useLoaderData<typeof loader>()
  if (found.status === 'published') {
    return <TextArticle text={found.text} above={<BackToHelp typed={typed} />} />
  }
  const { instead } = found
  return <RetiredText instead={instead && { href: paths.helpPost(instead.slug), title: instead.title }} />
}

function BackToHelp({ typed }: { typed: string }) {
  const { t } = useTranslation('center')
  return (
    <LocalLink
      to={paths.help(typed ? { q: typed } : {})}
      className="inline-flex min-h-9 w-fit items-center gap-2 text-sm text-muted hover:text-ink"
    >
      <ArrowLeft className="size-4" aria-hidden="true" />
      <span>{typed ? t('help.search.back', { typed }) : t('help.back')}</span>
    </LocalLink>
  )
}
