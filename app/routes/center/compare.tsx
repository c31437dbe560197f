import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import type { ClientLoaderFunctionArgs } from '@remix-run/react'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { RetiredDemo } from '~/features/catalogue/components/retired-demo'
import { readDemo } from '~/features/catalogue/read-demo.server'
import { readTrial } from '~/features/collect/trials/read-trial.server'
import { ComparePage } from '~/features/compare/components/compare-page'
import type { ComparedTrial } from '~/features/compare/read-comparison.server'
import type { FoundComparison } from '~/features/compare/read-comparison.server'
import { readComparison } from '~/features/compare/read-comparison.server'
import { ProductGlimpse } from '~/features/player/stage/components/product-glimpse'
import { allSent } from '~/features/player/client/open-trials'
import { isDomainError } from '~/domain/errors'
import { renderScreen } from '~/features/player/stage/render-glimpse.server'
import { paths } from '~/paths'
import type { Context } from '~/platform/context/context'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['center', 'compare'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title),
  ...(data?.description ? [{ name: 'description', content: data.description }] : []),
  ...(data?.own ? [{ name: 'robots', content: 'noindex' }] : []),
]

export const loader = defineLoader('anyone', async ({ ctx, params, url }) => {
  const t = fixedT(ctx.locale, 'compare')
  const query = url.searchParams
  const slug = params.slug ?? ''
  const asked = query.get('trial')
  const trial = asked === null ? null : await trialOf(ctx, asked, slug)
  if (trial === null) {
    const found = await readDemo({ ctx, input: { slug } })
    if (found.status === 'retired')
      return data(
        { found, title: t('meta.gone'), description: '', own: false, trialGone: false },
        { status: 410 },
      )
  }
  const plans = query.get('plans') ?? (query.has('plan') ? query.getAll('plan').join(',') : null)
  const found = await readComparison({ ctx, input: { slug, plans, needs: query.get('needs'), trial } })
  const title = t('meta.title', { title: found.status === 'published' ? found.view.title : found.title })
  return data({
    ...{ found: drawn(ctx, found), title, description: t('meta.description'), own: trial !== null },
    trialGone: asked !== null && trial === null,
  })
})

/** Renders the screens here, so that the page does not load the player. */
function drawn(ctx: Context, found: FoundComparison) {
  if (found.status !== 'published') return found
  const { screens, ...rest } = found
  const glimpses = Object.entries(screens).map(
    ([row, view]) => [row, renderScreen(ctx, view, `row-${row}`)] as const,
  )
  return { ...rest, glimpses: Object.fromEntries(glimpses) }
}

/**
 * Coming from the player, its last steps may still be unsent in this page, and the comparison uses the server's data.
 */
export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  await allSent()
  return serverLoader<typeof loader>()
}

/** The visitor's own trial of this demo; null when there is none in this browser. */
async function trialOf(ctx: Context, id: string, slug: string): Promise<ComparedTrial | null> {
  try {
    const { trial, trace } = await readTrial({ ctx, input: { trial: id } })
    if (trial.demoSlug !== slug) return null
    const { plan, role, seed, startedAt, revisionId } = trial
    return {
      id: trial.id,
      revisionId,
      start: { plan, role, seed, startedAt: startedAt.getTime() },
      events: trace,
    }
  } catch (error) {
    if (isDomainError(error) && error.code !== 'unavailable') return null
    const invalid = error instanceof Error && error.name === 'ZodError'
    if (invalid) return null
    throw error
  }
}

export default function CompareRoute() {
  const { found, trialGone } = useLoaderData<typeof loader>()
  const { t } = useTranslation('compare')
  if (found.status === 'retired') return <RetiredDemo instead={found.instead} />
  if (found.status === 'published') {
    const { view, glimpses } = found
    return (
      <ComparePage
        view={view}
        trialGone={trialGone}
        pictureOf={(row) => {
          const html = glimpses[row]
          return html === undefined ? null : <ProductGlimpse html={html} className="h-60" />
        }}
      />
    )
  }
  return (
    <EmptyState
      title={t('onePlan.title', { title: found.title })}
      action={<LinkButton to={paths.demo(found.slug)}>{t('onePlan.back')}</LinkButton>}
    >
      {t('onePlan.text')}
    </EmptyState>
  )
}
