import { sql } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { trial } from '#db/schema/trial'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { KeyCounts } from '~/domain/insight/count'
import { recordOf } from '~/domain/insight/record-of'
import type { SetFamily } from '~/domain/insight/trial-set'
import { trialFilter } from './trial-filter'
import { keysIn } from './trial-set'

type Counted = { family: SetFamily; key: string; count: number }

/**
 * Trials of the scope by key, for several families in one pass over them. With `limit` the most frequent keys alone,
 * ties in order of the key. Served by trial_demo_started_idx or trial_started_idx.
 */
export async function countByKeys<Family extends SetFamily>(
  db: Executor,
  scope: BoardScope,
  families: readonly Family[],
  limit?: number,
): Promise<Record<Family, KeyCounts>> {
  const keyed = families.map(
    (family) => sql`select ${family}::text, key from (${keysIn(family, scope.clock)}) as of_family(key)`,
  )
  const rows = await db.execute<Counted>(sql`
    select member.family, member.key, count(*)::int as count
    from ${trial} cross join lateral (${sql.join(keyed, sql` union all `)}) as member(family, key)
    where ${trialFilter(scope)}
    group by member.family, member.key
    order by count desc, member.key collate "C"
    ${limit === undefined ? sql`` : sql`limit ${limit}`}`)
  return recordOf(families, (family) => countsOf(rows, family))
}

function countsOf(rows: Iterable<Counted>, family: SetFamily): KeyCounts {
  return new Map([...rows].filter((row) => row.family === family).map((row) => [row.key, row.count]))
}
