import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ColumnsReader } from '../../columns-reader'
import { conversionsAt, membersAt } from '../../views'
import { dayOfQuarter, quarterOf } from '../day-of-quarter'
import { measuredTrials } from '../measured-trials'
import { PLAIN_SET_CONDITIONS } from '../trial-set'

/**
 * The accounts of which somebody began a trial in the scope: account, people, trials, demos, finished, asked, converted, early,
 * first_ms, last_ms, the counts of the score by name and the score. The oracle is `accountFigures`.
 */
export function figuresOfAccounts(reader: ColumnsReader, scope: BoardScope): SQL {
  return sql`(
    with own as materialized (
      select member.account, trial.visitor, trial.demo, trial.started_ms, trial.last_event_ms, ${ENDS(scope)}
      from ${measuredTrials(reader, scope)} as trial
        join ${membersAt(reader)} as member on member.visitor = trial.visitor),
    begun as (select account, min(started_ms) as first_ms from own group by account),
    won as (${firstConversions(reader, scope)}),
    day_of as (
      select quarter, ${dayOfQuarter(scope.timeZone, sql`quarter`)} as day
      from (select distinct ${quarterOf(sql`started_ms`)} as quarter from own)),
    counted as (
      select own.*, day_of.day, own.started_ms < coalesce(won.at_ms, ${NEVER}) as is_before
      from own join day_of on day_of.quarter = ${quarterOf(sql`own.started_ms`)}
        left join won on won.account = own.account),
    figures as (
      select account, count(distinct visitor) as people, count(*) as trials, count(distinct demo) as demos,
        count(*) filter (where is_finished) as finished, count(*) filter (where is_asked) as asked,
        count(*) filter (where is_converted) as converted, count(*) filter (where is_early) as early,
        min(started_ms) as first_ms, max(last_event_ms) as last_ms,
        count(distinct visitor) filter (where is_before) as score_people,
        count(distinct day) filter (where is_before) as score_days,
        count(distinct demo) filter (where is_before) as score_demos,
        count(*) filter (where is_before and is_finished) as score_finished,
        count(*) filter (where is_before and is_asked) as score_asked
      from counted group by account)
    select *, (${scoreOf(scope)})::integer as score from figures)`
}

const NEVER = sql.raw('9223372036854775807')

const ENDS = (scope: BoardScope): SQL => {
  const { finished, asked, converted, early } = PLAIN_SET_CONDITIONS
  return sql`${finished(scope)} as is_finished, ${asked(scope)} as is_asked, ${converted(scope)} as is_converted,
    ${early(scope)} as is_early`
}

/** The first confirmed conversion of each account since its first trial of the scope. */
const firstConversions = (reader: ColumnsReader, { clock }: BoardScope): SQL => sql`
  select begun.account, min(conversion.at_ms) as at_ms
  from begun join ${membersAt(reader)} as member on member.account = begun.account
    join ${conversionsAt(reader)} as conversion on conversion.visitor = member.visitor
  where not conversion.withdrawn and conversion.source <> 'browser'
    and conversion.at_ms >= begun.first_ms and conversion.at_ms <= ${clock.now.getTime()}
  group by begun.account`

/** The sum of the points of the parts. */
const scoreOf = ({ rules }: BoardScope): SQL =>
  sql.join(
    rules.scoreParts.map(
      ({ name, each, most }) => sql`least(${sql.identifier(`score_${name}`)} * ${each}, ${most})`,
    ),
    sql` + `,
  )
