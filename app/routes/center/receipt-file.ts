import type { LoaderFunctionArgs } from '@remix-run/node'
import { readReceipt } from '~/features/me/read-receipt.server'
import { respond } from '~/server/http-errors'
import { requestContext } from '~/server/request-context'

/** The receipt of an erasure as a file to keep. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  try {
    const receipt = await readReceipt({ ctx, input: { id: args.params.receiptId ?? '' } })
    return new Response(`${JSON.stringify(receipt, null, 2)}\n`, {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': 'attachment; filename="erasure-receipt.json"',
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}
