import { sql } from 'drizzle-orm'
import type { ColumnsReader } from '../columns-reader'
import { trialsAt } from '../views'
import { readOne } from './read-one'

/** When the earliest trial began; null without any. */
export async function readEarliestTrial(reader: ColumnsReader): Promise<Date | null> {
  const { ms } = await readOne<{ ms: number | null }>(
    reader,
    sql`select min(trial.started_ms)::double as ms from ${trialsAt(reader)} as trial`,
  )
  return ms === null ? null : new Date(ms)
}
