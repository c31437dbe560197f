import { verb } from '~/platform/verb/verb'
import type { Unreadable } from '~/platform/csv/unreadable'
import { checkFileSchema } from './import-schemas'
import { openFile, reportRows, fileResult } from './report-rows.server'
import type { FileResult, RowResult } from './row-result'

/**
 * Says what importing a file would do, row by row, and does none of it: the rows are reported and
 * the transaction is rolled back.
 */
export const checkFile = verb(
  { permission: 'conversions.manage', input: checkFileSchema },
  async ({ ctx, input: parsed }): Promise<FileResult | { unreadable: Unreadable }> => {
    const file = await openFile(ctx, parsed)
    if ('unreadable' in file) return file
    try {
      await ctx.db.transaction(async (tx) => {
        throw new RolledBack(await reportRows(tx, ctx, file.rows))
      })
    } catch (error) {
      if (error instanceof RolledBack) return fileResult(parsed.name, file, error.rows)
      throw error
    }
    throw new Error('A check was not rolled back.')
  },
)

class RolledBack extends Error {
  constructor(readonly rows: RowResult[]) {
    super('Nothing of a check is kept.')
  }
}
