import { workspaceSettings } from '~/platform/context/workspace-settings'
import { dryRun } from '~/platform/dry-run'
import { verb } from '~/platform/verb/verb'
import { checkCostFileSchema } from './cost-file-schemas'
import type { CostFileResult } from './cost-views'
import { readCostFile, type CostFileRefusal } from './csv/read-cost-file.server'
import { writeCostFile } from './write-cost-file.server'

/** Says line by line what taking over a file would do, and does none of it. */
export const checkCostFile = verb(
  { permission: 'costs.manage', input: checkCostFileSchema },
  async ({ ctx, input: { name, ...sent } }): Promise<CostFileResult | CostFileRefusal> => {
    const file = readCostFile(sent, await workspaceSettings(ctx))
    return 'lines' in file ? dryRun(ctx.db, (tx) => writeCostFile(tx, ctx, { name, file })) : file
  },
)
