import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChannelsPage } from '~/features/boards/channels/components/channels-page'
import { readChannels } from '~/features/boards/channels/read-channels.server'
import { queryOf, withoutBlanks } from '~/features/boards/filter/board-query'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Channels'),
]

export const loader = defineLoader('boards.read', async ({ ctx, url }) => {
  const clean = withoutBlanks(url.href)
  if (clean) return redirect(clean)
  const board = await readChannels({ ctx, input: queryOf(url.href) })
  return { board, title: fixedT(ctx.locale, 'boards')('channels.title') }
})

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function ChannelsRoute() {
  const { board } = useLoaderData<typeof loader>()
  return <ChannelsPage board={board} />
}
