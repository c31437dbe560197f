import { workspaceSettings } from '~/platform/context/workspace-settings'
import { writeCsv } from '~/platform/csv/write-csv'
import { verb } from '~/platform/verb/verb'
import { COST_HEADER } from './csv/cost-columns'

/** A file to fill in, with two lines to show how. */
export const makeCostTemplate = verb({ permission: 'costs.manage' }, async ({ ctx }): Promise<string> => {
  const { currency } = await workspaceSettings(ctx)
  return writeCsv(COST_HEADER, [
    ['paid', 'google', 'spring', '2026-03-01', '2026-03-31', '1200.50', currency, 'invoice 1042'],
    ['email', '', '', '2026-03-01', '2026-03-31', '300', currency, ''],
  ])
})
