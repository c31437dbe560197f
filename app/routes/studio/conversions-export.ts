import { exportConversions } from '~/features/conversions/list/export-conversions.server'
import { CONVERSION_FILTERS } from '~/features/conversions/schemas'
import { defineLoader } from '~/platform/http/define-loader'

/** Conversions as a file for spreadsheets. */
export const loader = defineLoader('conversions.read', async ({ ctx, url }) => {
  const asked = url.searchParams.get('filter')
  const filter = CONVERSION_FILTERS.find((one) => one === asked) ?? 'all'
  return new Response(await exportConversions({ ctx, input: { filter } }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="conversions-${filter}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
})
