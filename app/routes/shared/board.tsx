import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { isDomainError } from '~/domain/errors'
import { BrokenLinkPage } from '~/features/boards/outlets/components/link-notice-page'
import { SharedBoardPage } from '~/features/boards/outlets/components/shared-board-page'
import { openShare } from '~/features/boards/outlets/open-share.server'
import type { loader as rootLoader } from '~/root'
import { defineLoader } from '~/platform/http/define-loader'
import { siteNameOf, siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['outlets', 'boards'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  siteTitle(matches, loaded?.board?.title),
  { name: 'robots', content: 'noindex, nofollow' },
  { name: 'referrer', content: 'no-referrer' },
]

export const loader = defineLoader('anyone', async ({ ctx, params }) => {
  try {
    return { board: await openShare({ ctx, input: { token: params.token ?? '' } }) }
  } catch (error) {
    if (isDomainError(error) && error.code === 'gone') return data({ board: null }, { status: 410 })
    throw error
  }
})

export default function SharedBoardRoute() {
  const { board } = useLoaderData<typeof loader>()
  const root = useRouteLoaderData<typeof rootLoader>('root')
  return board ? <SharedBoardPage board={board} siteName={siteNameOf(root)} /> : <BrokenLinkPage />
}
