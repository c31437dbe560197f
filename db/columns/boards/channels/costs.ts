import { sql } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { Cost } from '~/domain/insight/costs/cost'
import type { DateRange } from '~/domain/insight/date-range'
import type { ColumnsReader } from '../../columns-reader'
import { costsAt } from '../../views'

export interface CostsInRange {
  costs: Cost[]
  /** They were made by the product itself. */
  simulated: boolean
}

interface CostRow extends Omit<Cost, 'path'> {
  channel: string
  source: string | null
  campaign: string | null
  simulated: boolean
}

/**
 * The costs of periods that touch the range. Simulated ones count as long as no other was ever entered, and simulated
 * trials are counted.
 */
export async function readCosts(
  reader: ColumnsReader,
  { filter }: Pick<BoardScope, 'filter'>,
  { first, last }: Pick<DateRange, 'first' | 'last'>,
): Promise<CostsInRange> {
  const rows = await reader.rows<CostRow>(sql`
    select channel, source, campaign, first_day as first, last_day as last, value, currency, simulated
    from ${costsAt(reader)} as cost
    where first_day <= ${last} and ${first === null ? sql`true` : sql`last_day >= ${first}`}
      and (not simulated or ${filter.simulated}
        and not exists (select 1 from ${costsAt(reader)} as other where not other.simulated))
    order by first_day, id`)
  return {
    costs: rows.map(({ channel, source, campaign, simulated: _simulated, ...cost }) => ({
      ...cost,
      path: [channel, source, campaign].filter((name) => name !== null),
    })),
    simulated: rows.some(({ simulated }) => simulated),
  }
}
