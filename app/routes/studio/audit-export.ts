import { exportAudit } from '~/features/studio/audit/export-audit.server'
import { auditFilterSchema } from '~/features/studio/schemas'
import { defineLoader } from '~/platform/http/define-loader'
import { readQuery } from '~/platform/http/read-query'

/** Entries of the audit as a file for spreadsheets. */
export const loader = defineLoader('audit.read', async ({ ctx, url }) => {
  const { query } = readQuery(auditFilterSchema, Object.fromEntries(url.searchParams))
  return new Response(await exportAudit({ ctx, input: query }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="audit.csv"',
      'Cache-Control': 'no-store',
    },
  })
})
