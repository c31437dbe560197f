import { sql } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { DayCell } from '~/domain/insight/alerts/find-causes'
import type { ColumnsReader } from '../columns-reader'
import { conversionsAt, trialsAt } from '../views'
import { scopedTrials } from './scoped-trials'
import { PLAIN_SET_CONDITIONS } from './trial-set'
import { trialFilter } from './trial-filter'

/**
 * What each day of the scope counted by demo and channel, in its time zone. Flagged trials count in `flagged` alone, so the
 * filter of the scope must let them in.
 */
export async function readDayCells(reader: ColumnsReader, scope: BoardScope): Promise<DayCell[]> {
  const { finished, dropped, rated, flagged } = PLAIN_SET_CONDITIONS
  const day = (ms: string) =>
    sql`timezone(${scope.timeZone}, make_timestamptz(${sql.raw(ms)} * 1000))::date::varchar`
  const isCounted = sql`not ${flagged(scope)}`
  const of = (condition: ReturnType<typeof finished>) =>
    sql`count(*) filter (where ${isCounted} and ${condition})`
  const { from, until } = scope.range
  const goals = (isAsk: boolean) =>
    sql`count(*) filter (where goal.source ${sql.raw(isAsk ? '=' : '<>')} 'browser')::integer`
  const everyTrial = { ...scope, range: { from: null, until: null } }
  return reader.rows<DayCell>(sql`
    with counted as (
      select ${day('trial.started_ms')} as day, trial.demo, trial.channel,
        count(*)::integer as begun, count(*) filter (where ${isCounted})::integer as started, ${of(finished(scope))}::integer as finished,
        ${of(dropped(scope))}::integer as dropped, ${of(rated(scope))}::integer as rated,
        ${of(sql`trial.stars >= 4`)}::integer as liked, count(*) filter (where ${flagged(scope)})::integer as flagged,
        0 as asked, 0 as converted
      from ${scopedTrials(reader, scope)} as trial group by all),
    reached as (
      select ${day('goal.at_ms')} as day, trial.demo, trial.channel, 0 as begun, 0 as started, 0 as finished, 0 as dropped, 0 as rated,
        0 as liked, 0 as flagged, ${goals(true)} as asked, ${goals(false)} as converted
      from ${conversionsAt(reader)} as goal join ${trialsAt(reader)} as trial
        on trial.visitor = goal.visitor and trial.id = goal.trial
      where not goal.withdrawn and ${isCounted} and goal.at_ms >= ${from?.getTime() ?? 0}
        and goal.at_ms < ${until?.getTime() ?? Number.MAX_SAFE_INTEGER} and ${trialFilter(reader, everyTrial)}
      group by all)
    select day, demo, channel, sum(begun)::integer as begun, sum(started)::integer as started, sum(finished)::integer as finished,
      sum(dropped)::integer as dropped, sum(rated)::integer as rated, sum(liked)::integer as liked,
      sum(flagged)::integer as flagged, sum(asked)::integer as asked, sum(converted)::integer as converted
    from (from counted union all from reached) group by all order by all`)
}
