import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { JoinPage } from '~/features/accounts/invitations/components/join-page'
import { joinAccount } from '~/features/accounts/invitations/join-account.server'
import { readInvitation } from '~/features/accounts/invitations/read-invitation.server'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { newVisitor, visitorCookie } from '~/platform/visitor/visitor-cookie'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['accounts'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  siteTitle(matches, loaded?.title),
  { name: 'robots', content: 'noindex' },
]

/** Opening an invitation stores nothing, because link previews open it too. */
export const loader = defineLoader('anyone', async ({ ctx, params }) => {
  const { account } = await readInvitation({ ctx, input: { token: params.token ?? '' } })
  return { account, title: fixedT(ctx.locale, 'accounts')('join.title', { account }) }
})

export const action = defineAction({ permission: 'anyone' }, async ({ ctx, params }) => {
  const visitor = ctx.visitor ?? newVisitor(ctx)
  await joinAccount({ ctx: { ...ctx, visitor }, input: { token: params.token ?? '' } })
  return data({ joined: true }, { headers: { 'Set-Cookie': visitorCookie(visitor, ctx.env) } })
})

export default function Join() {
  const { account } = useLoaderData<typeof loader>()
  return <JoinPage account={account} joined={useActionData<typeof action>()?.joined ?? false} />
}
