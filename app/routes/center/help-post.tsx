import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ArrowLeft } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLandingTouch } from '~/features/catalogue/use-landing-touch'
import { RetiredText } from '~/features/content/components/retired-text'
import { TextArticle } from '~/features/content/components/text-article'
import { readText } from '~/features/content/read-text.server'
import { planTableRegistry } from '~/features/pricing/components/plan-table-registry'
import { readPlans } from '~/features/pricing/read-plans.server'
import { paths } from '~/paths'
import { defineLoader } from '~/platform/http/define-loader'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['center'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => {
  if (loaded?.found.status !== 'published') return [siteTitle(matches)]
  const { title, summary } = loaded.found.text
  return [siteTitle(matches, title), { name: 'description', content: summary }]
}

export const loader = defineLoader('anyone', async ({ ctx, params }) => {
  const found = await readText({ ctx, input: { kind: 'help', slug: params.slug ?? '' } })
  const hasTable = found.status === 'published' && found.text.html.includes('PlanTable')
  const table = hasTable ? await readPlans({ ctx }) : null
  return data({ found, table }, { status: found.status === 'published' ? 200 : 410 })
})

export default function HelpPost() {
  const { found, table } = useLoaderData<typeof loader>()
  useLandingTouch()
  const registry = useMemo(() => planTableRegistry(table), [table])
  if (found.status === 'published') {
    return <TextArticle text={found.text} registry={registry} above={<BackToHelp />} />
  }
  const { instead } = found
  return <RetiredText instead={instead && { href: paths.helpPost(instead.slug), title: instead.title }} />
}

function BackToHelp() {
  const { t } = useTranslation('center')
  return (
    <Link
      to={paths.help()}
      className="inline-flex min-h-9 w-fit items-center gap-2 text-sm text-muted hover:text-ink"
    >
      <ArrowLeft className="size-4" aria-hidden="true" />
      <span>{t('help.back')}</span>
    </Link>
  )
}
