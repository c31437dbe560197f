import { listCostRows, type CostRow } from '#db/queries/costs'
import { writeCsv } from '~/platform/csv/write-csv'
import { verb } from '~/platform/verb/verb'
import { COST_FIELDS, COST_HEADER } from './csv/cost-columns'

/** More than anybody has. */
const MOST_EXPORTED = 100_000

/** The costs that people entered, as a file that can be changed and uploaded again. */
export const exportCosts = verb({ permission: 'boards.read' }, async ({ ctx }): Promise<string> => {
  const rows = await listCostRows(ctx.db, { filter: {}, limit: MOST_EXPORTED })
  return writeCsv([...COST_HEADER], rows.filter(({ simulated }) => !simulated).map(cellsOf))
})

const cellsOf = (row: CostRow): string[] => COST_FIELDS.map((field) => String(row[field]))
