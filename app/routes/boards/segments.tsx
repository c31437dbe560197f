import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { queryOf } from '~/features/boards/filter/board-query'
import { runSavedRow } from '~/features/boards/saved/run-saved-row.server'
import { savedProblem } from '~/features/boards/saved/saved-answer'
import { savedRowFields } from '~/features/boards/saved/saved-fields'
import { SegmentsPage } from '~/features/boards/segments/components/segments-page'
import { listSegments } from '~/features/boards/segments/list-segments.server'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'
import { TimeZoneProvider } from '~/ui/when'

export const handle = { i18n: ['boards', 'segments'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Segments'),
]

export const loader = defineLoader('boards.read', async ({ ctx, url }) => {
  return {
    list: await listSegments({ ctx, input: queryOf(url.href) }),
    title: fixedT(ctx.locale, 'segments')('title'),
  }
})

export const action = defineAction(
  { permission: 'boards.save', fields: savedRowFields, refused: ({ error }) => savedProblem(error) },
  async ({ ctx, fields }) => {
    await runSavedRow(ctx, fields)
    return undefined
  },
)

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function SegmentsRoute() {
  const { list } = useLoaderData<typeof loader>()
  return (
    <TimeZoneProvider value={list.timeZone}>
      <SegmentsPage list={list} answer={useActionData<typeof action>()} />
    </TimeZoneProvider>
  )
}
