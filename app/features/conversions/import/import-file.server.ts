import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { importFileSchema } from './import-schemas'
import { openFile, reportRows, fileResult } from './report-rows.server'
import type { FileResult } from './row-result'

/**
 * Imports a file that was checked. Importing it again changes nothing.
 * @throws DomainError `conflict` when this is not the file that was
 *   checked; `invalid-input` when it cannot be read.
 */
export const importFile = verb(
  { permission: 'conversions.manage', input: importFileSchema, audit: ['conversion.import'] },
  async ({ ctx, input: { hash, ...parsed }, audit }): Promise<FileResult> => {
    const file = await openFile(ctx, parsed)
    if ('unreadable' in file) throw new DomainError('invalid-input', 'This file cannot be read.')
    if (file.hash !== hash) throw new DomainError('conflict', 'This is not the file that was checked.')
    const result = await ctx.db.transaction(async (tx) => {
      const imported = fileResult(parsed.name, file, await reportRows(tx, ctx, file.rows))
      const data = { file: parsed.name, hash, ...imported.counts }
      await audit(tx, 'conversion.import', { subject: hash, data })
      return imported
    })
    for (const { verdict: outcome, goal } of result.rows)
      if (outcome === 'matched' || outcome === 'unmatched') ctx.metrics.conversions.inc({ goal })
    return result
  },
)
