import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { queryOf, withoutBlanks } from '~/features/boards/filter/board-query'
import { TrialsPage } from '~/features/boards/trials/components/trials-page'
import { listTrials } from '~/features/boards/trials/list-trials.server'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Trials'),
]

export const loader = defineLoader('trials.read', async ({ ctx, url }) => {
  const clean = withoutBlanks(url.href)
  if (clean) return redirect(clean)
  const list = await listTrials({ ctx, input: queryOf(url.href) })
  return { list, title: fixedT(ctx.locale, 'boards')('trials.title') }
})

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function TrialsRoute() {
  const { list } = useLoaderData<typeof loader>()
  return <TrialsPage list={list} />
}
