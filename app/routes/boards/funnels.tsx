import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { queryOf, withoutBlanks } from '~/features/boards/filter/board-query'
import { FunnelPage } from '~/features/boards/funnels/components/funnel-page'
import { readFunnel } from '~/features/boards/funnels/read-funnel.server'
import { funnelToSave, saveFunnelFields } from '~/features/boards/funnels/save-funnel-fields'
import { savedProblem } from '~/features/boards/saved/saved-answer'
import { saveQuery } from '~/features/boards/saved/save-query.server'
import { paths } from '~/paths'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards', 'funnels', 'segments'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Funnels'),
]

export const loader = defineLoader('boards.read', async ({ ctx, url }) => {
  const clean = withoutBlanks(url.href)
  if (clean) return redirect(clean)
  const board = await readFunnel({ ctx, input: queryOf(url.href) })
  return { board, title: fixedT(ctx.locale, 'funnels')('title') }
})

export const action = defineAction(
  { permission: 'boards.save', fields: saveFunnelFields, refused: ({ error }) => savedProblem(error) },
  async ({ ctx, fields }) => {
    const { id } = await saveQuery({ ctx, input: funnelToSave(fields) })
    return redirect(paths.savedFunnel(id))
  },
)

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function FunnelRoute() {
  const { board } = useLoaderData<typeof loader>()
  return <FunnelPage board={board} answer={useActionData<typeof action>()} />
}
