import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { trial } from '#db/schema/trial'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { DayCounts } from '~/domain/insight/trend'
import type { Day } from '~/domain/day'
import { trialFilter } from './trial-filter'

/**
 * Trials of the scope by the day they started in its time zone. Days without a trial are absent. Served by
 * trial_demo_started_idx or trial_started_idx.
 */
export async function readCountsByDay(db: Executor, scope: BoardScope): Promise<DayCounts> {
  const rows = await db.execute<{ day: Day; count: number }>(sql`
    select ${dayOf(scope)} as day, count(*)::int as count
    from ${trial} where ${trialFilter(scope)} group by 1`)
  return new Map([...rows].map(({ day, count }) => [day, count]))
}

/** As `countByDay`, of each demo; a demo without a trial is absent. */
export async function countByDemoAndDay(
  db: Executor,
  scope: BoardScope,
): Promise<ReadonlyMap<string, DayCounts>> {
  const rows = await db.execute<{ demo: string; day: Day; count: number }>(sql`
    select ${trial.demoSlug} as demo, ${dayOf(scope)} as day, count(*)::int as count
    from ${trial} where ${trialFilter(scope)} group by 1, 2`)
  const byDemo = new Map<string, Map<Day, number>>()
  for (const { demo, day, count } of rows) {
    byDemo.set(demo, (byDemo.get(demo) ?? new Map<Day, number>()).set(day, count))
  }
  return byDemo
}

const dayOf = ({ timeZone }: BoardScope): SQL =>
  sql`(${trial.startedAt} at time zone ${timeZone})::date::text`
