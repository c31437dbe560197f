import { exportVisitor } from '~/features/collect/visitor-rights/export-visitor.server'
import { defineLoader } from '~/platform/http/define-loader'

/** Everything that is held about this visitor, as a file to keep. */
export const loader = defineLoader('anyone', async ({ ctx }) => {
  return new Response(JSON.stringify(await exportVisitor({ ctx }), null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-trials.json"',
      'Cache-Control': 'no-store',
    },
  })
})
