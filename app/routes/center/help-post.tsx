import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ArrowLeft } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLandingTouch } from '~/features/catalogue/use-landing-touch'
import { RetiredText } from '~/features/content/components/retired-text'
import { TextArticle } from '~/features/content/components/text-article'
import { followSearch } from '~/features/help/search/follow-search.server'
import { readText } from '~/features/content/read-text.server'
import { planTableRegistry } from '~/features/pricing/components/plan-table-registry'
import { readPlans } from '~/features/pricing/read-plans.server'
import { paths } from '~/paths'
import { defineLoader } from '~/platform/http/define-loader'
import { isFetchedAhead } from '~/platform/http/is-fetched-ahead'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['center'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => {
  if (loaded?.found.status !== 'published') return [siteTitle(matches)]
  const { title, summary } = loaded.found.text
  return [siteTitle(matches, title), { name: 'description', content: summary }]
}

export const loader = defineLoader('anyone', async ({ ctx, params, url, headers }) => {
  const found = await readText({ ctx, input: { kind: 'help', slug: params.slug ?? '' } })
  const typed = url.searchParams.get('q') ?? ''
  if (typed && found.status === 'published' && !isFetchedAhead(headers)) {
    await followSearch({ ctx, input: { typed: typed.slice(0, 1_000), slug: found.text.slug } })
  }
  const hasTable = found.status === 'published' && found.text.html.includes('PlanTable')
  const table = hasTable ? await readPlans({ ctx }) : null
  return data({ found, table, typed }, { status: found.status === 'published' ? 200 : 410 })
})

export default function HelpPost() {
  const { found, table, typed } = useLoaderData<typeof loader>()
  useLandingTouch()
  const registry = useMemo(() => planTableRegistry(table), [table])
  if (found.status === 'published') {
    return <TextArticle text={found.text} registry={registry} above={<BackToHelp typed={typed} />} />
  }
  const { instead } = found
  return <RetiredText instead={instead && { href: paths.helpPost(instead.slug), title: instead.title }} />
}

function BackToHelp({ typed }: { typed: string }) {
  const { t } = useTranslation('center')
  return (
    <Link
      to={paths.help(typed ? { q: typed } : {})}
      className="inline-flex min-h-9 w-fit items-center gap-2 text-sm text-muted hover:text-ink"
    >
      <ArrowLeft className="size-4" aria-hidden="true" />
      <span>{typed ? t('help.search.back', { typed }) : t('help.back')}</span>
    </Link>
  )
}
