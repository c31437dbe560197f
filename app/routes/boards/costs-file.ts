import { DomainError } from '~/domain/errors'
import { exportCosts } from '~/features/boards/costs/export-costs.server'
import { makeCostTemplate } from '~/features/boards/costs/make-cost-template.server'
import { defineLoader } from '~/platform/http/define-loader'

/** The costs as a file for spreadsheets, or a file to fill in. */
export const loader = defineLoader('boards.read', async ({ ctx, params: { name } }) => {
  if (name !== 'costs.csv' && name !== 'template.csv') {
    throw new DomainError('not-found', 'There is no such file.')
  }
  const isTemplate = name === 'template.csv'
  const text = await (isTemplate ? makeCostTemplate : exportCosts)({ ctx })
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${isTemplate ? 'costs-template.csv' : 'costs.csv'}"`,
      'Cache-Control': 'no-store',
    },
  })
})
