import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { SplitPage } from '~/features/boards/splits/components/split-page'
import { queryOf } from '~/features/boards/filter/board-query'
import { readSplit } from '~/features/boards/splits/read-split.server'
import { stopSplit } from '~/features/boards/splits/stop-split.server'
import { isPermitted } from '~/platform/context/is-permitted'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { siteTitle } from '~/ui/site-title'
import { TimeZoneProvider } from '~/ui/when'

export const handle = { i18n: ['splits', 'boards'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  siteTitle(matches, loaded?.board.split.name ?? 'Traffic splits'),
]

export const loader = defineLoader('boards.read', async ({ ctx, params, url }) => {
  const input = { ...queryOf(url.href), id: params.splitId ?? '' }
  return { board: await readSplit({ ctx, input }), mayStop: isPermitted(ctx, 'splits.manage') }
})

export const action = defineAction(
  {
    permission: 'splits.manage',
    fields: z.object({ id: z.string(), note: z.string().default('') }),
    refused: ({ error }) => (error.code === 'conflict' ? data({ failed: true }, { status: 409 }) : null),
  },
  async ({ ctx, fields: input }) => {
    await stopSplit({ ctx, input })
    return data({ failed: false })
  },
)

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function SplitRoute() {
  const { board, mayStop } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()?.failed ?? false
  return (
    <TimeZoneProvider value={board.timeZone}>
      <SplitPage board={board} mayStop={mayStop} failed={failed} />
    </TimeZoneProvider>
  )
}
