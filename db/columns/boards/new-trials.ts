import { sql } from 'drizzle-orm'
import type { ColumnsReader } from '../columns-reader'
import { trialsAddedAfter } from '../views'
import type { ListedSet } from './found-trials'
import { foundTrials } from './found-trials'
import { readOne } from './read-one'

/** How long the copy surely keeps replaced rows, so that it can tell whether a trial was there at a watermark. */
const REMEMBERED_MS = 50 * 60_000

/** Trials of a list that were not in the copy at an earlier watermark; when that is long ago, those that began after it. */
export async function countNewTrials(
  reader: ColumnsReader,
  list: ListedSet,
  sinceMs: number,
): Promise<number> {
  const isNew =
    reader.asOfMs - sinceMs > REMEMBERED_MS
      ? sql`trial.started_ms > ${sinceMs}`
      : sql`trial.id in ${trialsAddedAfter(reader, sinceMs)}`
  const { count } = await readOne<{ count: number }>(
    reader,
    sql`select count(*)::integer as count from ${foundTrials(reader, list)} as trial where ${isNew}`,
  )
  return count
}
