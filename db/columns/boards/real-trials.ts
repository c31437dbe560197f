import { sql } from 'drizzle-orm'
import type { ColumnsReader } from '../columns-reader'
import { trialsAt } from '../views'
import { readOne } from './read-one'

/** How many trials are neither flagged nor simulated, counted up to a number. */
export async function readRealTrials(reader: ColumnsReader, most: number): Promise<number> {
  const statement = sql`
    select count(*)::integer as count
    from (select 1 from ${trialsAt(reader)} as trial where not flagged and not simulated limit ${most})`
  return (await readOne<{ count: number }>(reader, statement)).count
}
