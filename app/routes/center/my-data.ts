import { exportVisitor } from '~/features/collect/visitor-rights/export-visitor.server'
import { defineLoader } from '~/platform/http/define-loader'

/** All data of this visitor, as a file download. */
export const loader = defineLoader('anyone', async ({ ctx }) => {
  return new Response(JSON.stringify(await exportVisitor({ ctx }), null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-trials.json"',
      'Cache-Control': 'no-store',
    },
  })
})
