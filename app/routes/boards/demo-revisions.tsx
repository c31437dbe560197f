import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { queryOf, withoutBlanks } from '~/features/boards/filter/board-query'
import { ImpactPage } from '~/features/boards/impact/components/impact-page'
import { readDemoImpact } from '~/features/boards/impact/read-demo-impact.server'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards', 'impact'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Revisions'),
]

export const loader = defineLoader('boards.read', async ({ ctx, params, url }) => {
  const clean = withoutBlanks(url.href)
  if (clean) return redirect(clean)
  const board = await readDemoImpact({ ctx, input: { ...queryOf(url.href), slug: params.slug } })
  return { board, title: fixedT(ctx.locale, 'impact')('pageTitle', { demo: board.demo.title }) }
})

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function DemoRevisionsRoute() {
  const { board } = useLoaderData<typeof loader>()
  return <ImpactPage board={board} />
}
