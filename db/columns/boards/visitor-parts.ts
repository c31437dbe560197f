import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ColumnsReader } from '../columns-reader'
import { membersAt } from '../views'
import { startOfQuarter } from './day-of-quarter'

// Parts of a query that has `first`, the first trials of visitors with their quarter, and `counted`, all their trials.

/** `day_end`: when the day of each quarter of `first` ends in the workspace's time zone. */
export function dayEndPart({ timeZone }: Pick<BoardScope, 'timeZone'>): SQL {
  const nextDay = sql`date_trunc('day', timezone(${timeZone}, ${startOfQuarter(sql`quarter`)})) + interval 1 day`
  return sql`
    day_end as (
      select quarter, epoch_ms(timezone(${timeZone}, ${nextDay})) as end_ms from (select distinct quarter from first))`
}

/** `account_visitor`: the visitors of each account, and since when each tries. */
export const accountVisitorPart = (reader: ColumnsReader): SQL => sql`
    account_visitor as (
      select member.account, member.visitor, min(counted.started_ms) as since
      from counted join ${membersAt(reader)} as member on member.visitor = counted.visitor group by all)`
