import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { queryOf, withoutBlanks } from '~/features/boards/filter/board-query'
import { DemoPathsPage } from '~/features/boards/paths/components/demo-paths-page'
import { readDemoPaths } from '~/features/boards/paths/read-demo-paths.server'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards', 'paths'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Paths'),
]

export const loader = defineLoader('boards.read', async ({ ctx, params, url }) => {
  const clean = withoutBlanks(url.href)
  if (clean) return redirect(clean)
  const board = await readDemoPaths({ ctx, input: { ...queryOf(url.href), slug: params.slug } })
  return { board, title: fixedT(ctx.locale, 'paths')('pageTitle', { demo: board.demo.title }) }
})

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function DemoPathsRoute() {
  const { board } = useLoaderData<typeof loader>()
  return <DemoPathsPage board={board} />
}
