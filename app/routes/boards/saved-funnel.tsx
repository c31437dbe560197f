import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FunnelPage } from '~/features/boards/funnels/components/funnel-page'
import { openSavedFunnel } from '~/features/boards/funnels/open-saved-funnel.server'
import { funnelToSave, saveFunnelFields } from '~/features/boards/funnels/save-funnel-fields'
import { savedProblem } from '~/features/boards/saved/saved-answer'
import { saveQuery } from '~/features/boards/saved/save-query.server'
import { paths } from '~/paths'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards', 'funnels', 'segments'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.board.saved?.name ?? 'Funnel'),
]

export const loader = defineLoader('boards.read', async ({ ctx, params }) => {
  return { board: await openSavedFunnel({ ctx, input: { id: params.id ?? '' } }) }
})

export const action = defineAction(
  { permission: 'boards.save', fields: saveFunnelFields, refused: ({ error }) => savedProblem(error) },
  async ({ ctx, fields }) => {
    const { id } = await saveQuery({ ctx, input: funnelToSave(fields) })
    return redirect(paths.savedFunnel(id))
  },
)

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function SavedFunnelRoute() {
  const { board } = useLoaderData<typeof loader>()
  return <FunnelPage board={board} answer={useActionData<typeof action>()} />
}
