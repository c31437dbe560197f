import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { queryOf, withoutBlanks } from '~/features/boards/filter/board-query'
import { FunnelUnitsPage } from '~/features/boards/funnels/components/funnel-units-page'
import { listFunnelUnits } from '~/features/boards/funnels/list-funnel-units.server'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards', 'funnels'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Funnels'),
]

export const loader = defineLoader('trials.read', async ({ ctx, url }) => {
  const clean = withoutBlanks(url.href)
  if (clean) return redirect(clean)
  const board = await listFunnelUnits({ ctx, input: queryOf(url.href) })
  return { board, title: fixedT(ctx.locale, 'funnels')('title') }
})

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function FunnelUnitsRoute() {
  const { board } = useLoaderData<typeof loader>()
  return <FunnelUnitsPage board={board} />
}
