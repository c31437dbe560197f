import { sql } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ConversionTerms } from '~/domain/insight/conversion-terms'
import type { ValueSums } from '~/domain/insight/conversion-value'
import type { CurrencySum } from '~/domain/insight/value'
import type { ColumnsReader } from '../columns-reader'
import { unitAmounts } from './measured-trials'

/** What the conversions of a scope were worth, by currency. Equal to the oracle's `sumValues`. */
export async function readValueSums(
  reader: ColumnsReader,
  scope: BoardScope,
  terms: ConversionTerms,
): Promise<ValueSums> {
  const rows = await reader.rows<CurrencySum & { matured: boolean }>(sql`
    select is_matured as matured, currency, sum(value)::double as value, count(*)::integer as count
    from ${unitAmounts(reader, scope, terms)} group by all order by currency`)
  const sumsOf = (matured: boolean) =>
    rows.filter((row) => row.matured === matured).map(({ matured: _matured, ...sum }) => sum)
  return { valued: sumsOf(true), 'early-valued': sumsOf(false) }
}
