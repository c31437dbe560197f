import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ArrowLeft } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLandingTouch } from '~/features/catalogue/use-landing-touch'
import { readPost } from '~/features/help/read-post.server'
import { PlanSummary } from '~/features/pricing/components/plan-summary'
import { readPlans } from '~/features/pricing/read-plans.server'
import { paths } from '~/paths'
import { defineLoader } from '~/server/define-loader'
import type { Registry } from '~/ui/rendered-html'
import { RenderedHtml } from '~/ui/rendered-html'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['center'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title),
  { name: 'description', content: data?.post.summary ?? '' },
]

export const loader = defineLoader('anyone', async ({ ctx, params }) => {
  const post = await readPost({ ctx, input: { slug: params.slug ?? '' } })
  const table = post.html.includes('PlanTable') ? await readPlans({ ctx }) : null
  return { post, table, title: post.title }
})

export default function HelpPost() {
  const { post, table } = useLoaderData<typeof loader>()
  const { t } = useTranslation('center')
  useLandingTouch()
  const registry = useMemo(() => {
    const known: Registry = {}
    if (table) known.PlanTable = () => <PlanSummary table={table} />
    return known
  }, [table])
  return (
    <article className="grid max-w-2xl gap-8">
      <Link
        to={paths.help()}
        className="inline-flex min-h-9 w-fit items-center gap-2 text-sm text-muted hover:text-ink"
      >
        <ArrowLeft className="size-4" aria-hidden="true" />
        <span>{t('help.back')}</span>
      </Link>
      <header className="grid gap-4">
        <h1 className="text-[2rem] leading-[1.12] font-semibold tracking-[-0.025em] sm:text-[2.5rem]">
          {post.title}
        </h1>
        {post.summary ? <p className="text-lg text-muted">{post.summary}</p> : null}
      </header>
      <div lang={post.language}>
        <RenderedHtml html={post.html} registry={registry} className="leading-relaxed" />
      </div>
    </article>
  )
}
