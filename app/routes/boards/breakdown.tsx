import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BreakdownPage } from '~/features/boards/breakdown/components/breakdown-page'
import { readBreakdown } from '~/features/boards/breakdown/read-breakdown.server'
import { queryOf, withoutBlanks } from '~/features/boards/filter/board-query'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards', 'breakdown'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Breakdown'),
]

export const loader = defineLoader('boards.read', async ({ ctx, url }) => {
  const clean = withoutBlanks(url.href)
  if (clean) return redirect(clean)
  const board = await readBreakdown({ ctx, input: queryOf(url.href) })
  return { board, title: fixedT(ctx.locale, 'breakdown')('title') }
})

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function BreakdownRoute() {
  const { board } = useLoaderData<typeof loader>()
  return <BreakdownPage board={board} />
}
