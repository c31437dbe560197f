import { readReceipt } from '~/features/me/read-receipt.server'
import { defineLoader } from '~/platform/http/define-loader'

/** The receipt of an erasure as a file download. */
export const loader = defineLoader('anyone', async ({ ctx, params }) => {
  const receipt = await readReceipt({ ctx, input: { id: params.receiptId ?? '' } })
  return new Response(`${JSON.stringify(receipt, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="erasure-receipt.json"',
      'Cache-Control': 'no-store',
    },
  })
})
