import { sql } from 'drizzle-orm'
import type { AccountDay } from '~/domain/insight/alerts/account-activity'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ColumnsReader } from '../../columns-reader'
import { membersAt } from '../../views'
import { dayOfQuarter, quarterOf } from '../day-of-quarter'
import { scopedTrials } from '../scoped-trials'

/** Trials of the scope by account and the day on which they began. Those of nobody's account have an empty one. */
export async function readAccountDays(reader: ColumnsReader, scope: BoardScope): Promise<AccountDay[]> {
  return reader.rows<AccountDay>(sql`
    select account, ${dayOfQuarter(scope.timeZone, sql`quarter`)} as day, sum(trials)::integer as trials
    from (
      select coalesce(member.account::varchar, '') as account, ${quarterOf(sql`trial.started_ms`)} as quarter,
        count(*) as trials
      from ${scopedTrials(reader, scope)} as trial
        left join ${membersAt(reader)} as member on member.visitor = trial.visitor
      group by all)
    group by all order by all`)
}
