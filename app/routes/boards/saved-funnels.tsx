import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { runSavedRow } from '~/features/boards/saved/run-saved-row.server'
import { savedProblem } from '~/features/boards/saved/saved-answer'
import { savedRowFields } from '~/features/boards/saved/saved-fields'
import { SavedFunnelsPage } from '~/features/boards/funnels/components/saved-funnels-page'
import { listSavedFunnels } from '~/features/boards/funnels/list-saved-funnels.server'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'
import { TimeZoneProvider } from '~/ui/when'

export const handle = { i18n: ['boards', 'funnels', 'segments'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Funnels'),
]

export const loader = defineLoader('boards.read', async ({ ctx }) => {
  return { list: await listSavedFunnels({ ctx }), title: fixedT(ctx.locale, 'funnels')('saved.title') }
})

export const action = defineAction(
  { permission: 'boards.save', fields: savedRowFields, refused: ({ error }) => savedProblem(error) },
  async ({ ctx, fields }) => {
    await runSavedRow(ctx, fields)
    return undefined
  },
)

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function SavedFunnelsRoute() {
  const { list } = useLoaderData<typeof loader>()
  return (
    <TimeZoneProvider value={list.timeZone}>
      <SavedFunnelsPage list={list} answer={useActionData<typeof action>()} />
    </TimeZoneProvider>
  )
}
