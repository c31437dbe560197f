import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportVisitor } from '~/features/collect/export-visitor.server'
import { respond } from '~/server/http-errors'
import { requestContext } from '~/server/request-context'

/** Everything that is held about this visitor, as a file to keep. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  try {
    return new Response(JSON.stringify(await exportVisitor({ ctx }), null, 2), {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': 'attachment; filename="my-trials.json"',
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}
