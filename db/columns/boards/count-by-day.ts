import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { DayCounts } from '~/domain/insight/trend'
import type { Day } from '~/domain/day'
import type { ColumnsReader } from '../columns-reader'
import { dayOfQuarter, quarterOf } from './day-of-quarter'
import { scopedTrials } from './scoped-trials'

/** Trials of the scope by the day they started in its time zone. Days without a trial are absent. */
export async function readCountsByDay(reader: ColumnsReader, scope: BoardScope): Promise<DayCounts> {
  const days = await countDays(reader, scope, sql`''`)
  return days.get('') ?? new Map<Day, number>()
}

/** As `readCountsByDay`, of each demo; a demo without a trial is absent. */
export async function readCountsByDemoAndDay(
  reader: ColumnsReader,
  scope: BoardScope,
): Promise<ReadonlyMap<string, DayCounts>> {
  return countDays(reader, scope, sql`trial.demo`)
}

async function countDays(
  reader: ColumnsReader,
  scope: BoardScope,
  key: SQL,
): Promise<Map<string, Map<Day, number>>> {
  const rows = await reader.rows<{ key: string; day: Day; count: number }>(sql`
    select key, ${dayOfQuarter(scope.timeZone, sql`quarter`)} as day, sum(trials)::integer as count
    from (
      select ${key} as key, ${quarterOf(sql`trial.started_ms`)} as quarter, count(*) as trials
      from ${scopedTrials(reader, scope)} as trial group by all)
    group by all`)
  const byKey = new Map<string, Map<Day, number>>()
  for (const row of rows) {
    const days = byKey.get(row.key) ?? new Map<Day, number>()
    byKey.set(row.key, days.set(row.day, row.count))
  }
  return byKey
}
