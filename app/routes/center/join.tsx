import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { JoinPage } from '~/features/accounts/components/join-page'
import { joinAccount, readInvitation } from '~/features/accounts/join-account.server'
import { respond } from '~/server/http-errors'
import { fixedT } from '~/server/i18n'
import { requestContext } from '~/server/request-context'
import { newVisitor, visitorCookie } from '~/server/visitor-cookie'

export const handle = { i18n: ['accounts'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.title ?? 'Foyer'} · Foyer` },
  { name: 'robots', content: 'noindex' },
]

/** Opening an invitation keeps nothing: previews of links open them, too. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  try {
    const { account } = await readInvitation({ ctx, input: { token: args.params.token ?? '' } })
    return { account, title: fixedT(ctx.locale, 'accounts')('join.title', { account }) }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requestContext(args)
  const visitor = ctx.visitor ?? newVisitor(ctx)
  try {
    await joinAccount({ ctx: { ...ctx, visitor }, input: { token: args.params.token ?? '' } })
    return data({ joined: true }, { headers: { 'Set-Cookie': visitorCookie(visitor, ctx.env) } })
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

export default function Join() {
  const { account } = useLoaderData<typeof loader>()
  return <JoinPage account={account} joined={useActionData<typeof action>()?.joined ?? false} />
}
