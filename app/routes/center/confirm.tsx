import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isDomainError } from '~/domain/errors'
import { ConfirmPage } from '~/features/addresses/components/confirm-page'
import { confirmAddress } from '~/features/addresses/confirm-address.server'
import { readConfirmLink } from '~/features/addresses/read-confirm-link.server'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { newVisitor, visitorCookie } from '~/platform/visitor/visitor-cookie'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['center'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  siteTitle(matches, loaded?.title),
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'no-referrer' },
]

/** Opening a link verifies nothing, because link previews open it too. */
export const loader = defineLoader('anyone', async ({ ctx, params }) => {
  const t = fixedT(ctx.locale, 'center')
  const title = t('confirm.title')
  try {
    await readConfirmLink({ ctx, input: { link: params.link ?? '' } })
    return { state: 'open' as const, title }
  } catch (error) {
    if (isDomainError(error) && error.code === 'not-found') return { state: 'gone' as const, title }
    throw error
  }
})

/** Verifies the address for this browser, and gives the browser an id if it has none. */
export const action = defineAction(
  {
    permission: 'anyone',
    refused: ({ error }) =>
      error.code === 'not-found' ? data({ state: 'gone' as const }, { status: 404 }) : null,
  },
  async ({ ctx, params }) => {
    const visitor = ctx.visitor ?? newVisitor(ctx)
    await confirmAddress({ ctx: { ...ctx, visitor }, input: { link: params.link ?? '' } })
    return data({ state: 'done' as const }, { headers: { 'Set-Cookie': visitorCookie(visitor, ctx.env) } })
  },
)

export default function Confirm() {
  const { state } = useLoaderData<typeof loader>()
  return <ConfirmPage state={useActionData<typeof action>()?.state ?? state} />
}
