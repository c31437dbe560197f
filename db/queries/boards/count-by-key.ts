import { sql } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { trial } from '#db/schema/trial'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { KeyCounts } from '~/domain/insight/count'
import type { SetFamily } from '~/domain/insight/trial-set'
import { trialFilter } from './trial-filter'
import { setKeys } from './trial-set'

/**
 * Trials of the scope by their keys in a family. With `limit` the most frequent keys alone, ties in order of the key.
 * Served by trial_demo_started_idx or trial_started_idx.
 */
export async function readCountsByKey(
  db: Executor,
  scope: BoardScope,
  family: SetFamily,
  limit?: number,
): Promise<KeyCounts> {
  const rows = await db.execute<{ key: string; count: number }>(sql`
    select member.key, count(*)::int as count
    from ${trial} cross join lateral (${setKeys(family, scope)}) as member(key)
    where ${trialFilter(scope)}
    group by member.key
    order by count desc, member.key collate "C"
    ${limit === undefined ? sql`` : sql`limit ${limit}`}`)
  return new Map([...rows].map((row) => [row.key, row.count]))
}
