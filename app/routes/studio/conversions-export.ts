import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportConversions } from '~/features/conversions/export-conversions.server'
import { CONVERSION_FILTERS } from '~/features/conversions/schemas'
import { respond } from '~/server/http-errors'
import { requestContext } from '~/server/request-context'

/** Conversions as a file for spreadsheets. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  const asked = new URL(args.request.url).searchParams.get('filter')
  const filter = CONVERSION_FILTERS.find((one) => one === asked) ?? 'all'
  try {
    return new Response(await exportConversions({ ctx, input: { filter } }), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="conversions-${filter}.csv"`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}
