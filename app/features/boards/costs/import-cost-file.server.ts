import { DomainError } from '~/domain/errors'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { verb } from '~/platform/verb/verb'
import { importCostFileSchema } from './cost-file-schemas'
import type { CostFileResult } from './cost-views'
import { readCostFile } from './csv/read-cost-file.server'
import { writeCostFile } from './write-cost-file.server'

/**
 * Takes over a file that was checked. A line whose channel, source, campaign, days, currency and reference a cost has already
 * gives that one its amount, so the same file twice changes nothing.
 * @throws DomainError `conflict` when this is not the file that was checked; `invalid-input` when it cannot be read
 */
export const importCostFile = verb(
  { permission: 'costs.manage', input: importCostFileSchema, audit: ['cost.import'] },
  async ({ ctx, input: { name, hash, ...sent }, audit }): Promise<CostFileResult> => {
    const file = readCostFile(sent, await workspaceSettings(ctx))
    if (!('lines' in file)) throw new DomainError('invalid-input', 'This file cannot be read.')
    if (file.hash !== hash) throw new DomainError('conflict', 'This is not the file that was checked.')
    return ctx.db.transaction(async (tx) => {
      const result = await writeCostFile(tx, ctx, { name, file })
      const data = { file: name, hash, ...result.counts }
      await audit(tx, 'cost.import', { subject: hash, data })
      return result
    })
  },
)
