import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { queryOf, withoutBlanks } from '~/features/boards/filter/board-query'
import { DifferencesPage } from '~/features/boards/differences/components/differences-page'
import { readDemoDifferences } from '~/features/boards/differences/read-demo-differences.server'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards', 'differences'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Differences'),
]

export const loader = defineLoader('boards.read', async ({ ctx, params, url }) => {
  const clean = withoutBlanks(url.href)
  if (clean) return redirect(clean)
  const board = await readDemoDifferences({ ctx, input: { ...queryOf(url.href), slug: params.slug } })
  return { board, title: fixedT(ctx.locale, 'differences')('pageTitle', { demo: board.demo.title }) }
})

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function DemoDifferencesRoute() {
  const { board } = useLoaderData<typeof loader>()
  return <DifferencesPage board={board} />
}
