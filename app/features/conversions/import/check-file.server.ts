import { dryRun } from '~/platform/dry-run'
import { verb } from '~/platform/verb/verb'
import type { Unreadable } from '~/platform/csv/unreadable'
import { checkFileSchema } from './import-schemas'
import { openFile, reportRows, fileResult } from './report-rows.server'
import type { FileResult } from './row-result'

/**
 * Says what importing a file would do, row by row, and does none of it: the rows are reported and
 * the transaction is rolled back.
 */
export const checkFile = verb(
  { permission: 'conversions.manage', input: checkFileSchema },
  async ({ ctx, input: parsed }): Promise<FileResult | { unreadable: Unreadable }> => {
    const file = await openFile(ctx, parsed)
    if ('unreadable' in file) return file
    const rows = await dryRun(ctx.db, (tx) => reportRows(tx, ctx, file.rows))
    return fileResult(parsed.name, file, rows)
  },
)
