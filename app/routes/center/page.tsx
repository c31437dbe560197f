import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RetiredText } from '~/features/content/components/retired-text'
import { TextArticle } from '~/features/content/components/text-article'
import { readText } from '~/features/content/read-text.server'
import { withPlanTables } from '~/features/pricing/with-plan-tables.server'
import { paths } from '~/paths'
import { defineLoader } from '~/platform/http/define-loader'
import { pageMeta } from '~/ui/page-meta'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['center'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => {
  if (loaded?.found.status !== 'published') return [siteTitle(matches)]
  const { title, summary } = loaded.found.text
  const data = { '@type': 'Article', headline: title, description: summary }
  return pageMeta(matches, { title, description: summary, data })
}

/** A page written by operators, at the address of its slug. Addresses of Foyer itself take precedence. */
export const loader = defineLoader('anyone', async ({ ctx, params }) => {
  const found = await readText({ ctx, input: { kind: 'page', slug: params.slug ?? '' } })
  if (found.status === 'retired') return data({ found }, { status: 410 })
  return data({ found: { ...found, text: await withPlanTables(ctx, found.text) } })
})

export default function Page() {
  const { found } = useLoaderData<typeof loader>()
  if (found.status === 'published') return <TextArticle text={found.text} />
  const { instead } = found
  return <RetiredText instead={instead && { href: paths.page(instead.slug), title: instead.title }} />
}
