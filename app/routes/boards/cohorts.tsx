import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CohortsPage } from '~/features/boards/cohorts/components/cohorts-page'
import { readCohorts } from '~/features/boards/cohorts/read-cohorts.server'
import { queryOf, withoutBlanks } from '~/features/boards/filter/board-query'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards', 'cohorts'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Cohorts'),
]

export const loader = defineLoader('boards.read', async ({ ctx, url }) => {
  const clean = withoutBlanks(url.href)
  if (clean) return redirect(clean)
  const board = await readCohorts({ ctx, input: queryOf(url.href) })
  return { board, title: fixedT(ctx.locale, 'cohorts')('title') }
})

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function CohortsRoute() {
  const { board } = useLoaderData<typeof loader>()
  return <CohortsPage board={board} />
}
