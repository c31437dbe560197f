import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { BrokenLinkPage, UnsubscribePage } from '~/features/boards/outlets/components/link-notice-page'
import { unsubscribe } from '~/features/boards/outlets/unsubscribe.server'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['outlets'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  siteTitle(matches, loaded?.title),
  { name: 'robots', content: 'noindex, nofollow' },
  { name: 'referrer', content: 'no-referrer' },
]

export const loader = defineLoader('anyone', ({ ctx }) => ({
  title: fixedT(ctx.locale, 'outlets')('unsubscribe.title'),
}))

export const action = defineAction(
  {
    permission: 'anyone',
    refused: ({ error }) =>
      error.code === 'not-found' ? data({ state: 'gone' as const }, { status: 404 }) : null,
  },
  async ({ ctx, params }) => {
    await unsubscribe({ ctx, input: { token: params.token ?? '' } })
    return data({ state: 'done' as const })
  },
)

export default function UnsubscribeRoute() {
  const state = useActionData<typeof action>()?.state
  return state === 'gone' ? <BrokenLinkPage /> : <UnsubscribePage isDone={state === 'done'} />
}
