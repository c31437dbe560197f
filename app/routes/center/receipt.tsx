import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReceiptPage } from '~/features/me/components/receipt-page'
import { readReceipt } from '~/features/me/read-receipt.server'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['privacy'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Receipt'),
  { name: 'robots', content: 'noindex' },
]

export const loader = defineLoader('anyone', async ({ ctx, params }) => {
  const receipt = await readReceipt({ ctx, input: { id: params.receiptId ?? '' } })
  return { receipt, title: fixedT(ctx.locale, 'privacy')('receipt.pageTitle') }
})

export default function ReceiptRoute() {
  return <ReceiptPage receipt={useLoaderData<typeof loader>().receipt} />
}
