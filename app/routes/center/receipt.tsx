import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReceiptPage } from '~/features/me/components/receipt-page'
import { readReceipt } from '~/features/me/read-receipt.server'
import { respond } from '~/server/http-errors'
import { fixedT } from '~/server/i18n'
import { requestContext } from '~/server/request-context'

export const handle = { i18n: ['privacy'] }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Receipt'} · Foyer` },
  { name: 'robots', content: 'noindex' },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  try {
    const receipt = await readReceipt({ ctx, input: { id: args.params.receiptId ?? '' } })
    return { receipt, title: fixedT(ctx.locale, 'privacy')('receipt.pageTitle') }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

export default function ReceiptRoute() {
  return <ReceiptPage receipt={useLoaderData<typeof loader>().receipt} />
}
