import { exportBreakdownCsv } from '~/features/boards/breakdown/export-breakdown-csv.server'
import { exportBreakdownJson } from '~/features/boards/breakdown/export-breakdown-json.server'
import { queryOf } from '~/features/boards/filter/board-query'
import { DomainError } from '~/domain/errors'
import { defineLoader } from '~/platform/http/define-loader'

const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', read: exportBreakdownCsv },
  json: { type: 'application/json; charset=utf-8', read: exportBreakdownJson },
}

/** The table of the breakdown as a file. */
export const loader = defineLoader('boards.read', async ({ ctx, params, url }) => {
  const { format } = params
  if (format !== 'csv' && format !== 'json') throw new DomainError('not-found', 'There is no such file.')
  const { type, read } = FORMATS[format]
  return new Response(await read({ ctx, input: queryOf(url.href) }), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="breakdown.${format}"`,
      'Cache-Control': 'no-store',
    },
  })
})
