import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { CohortMeasure, CohortSet } from '~/domain/insight/cohorts/cohort-terms'
import type { ColumnsReader } from '../../columns-reader'
import { membersAt } from '../../views'
import { quarterOf } from '../day-of-quarter'
import { beginningTrials } from '../measured-trials'
import { scopedTrials } from '../scoped-trials'
import { accountVisitorPart, dayEndPart } from '../visitor-parts'

const EVER = { from: null, until: null }

/**
 * The visitors whose first unflagged trial is in the scope, by that trial: its number, quarter and started_ms, the weeks in which
 * they came back, and when they first began another demo and were first followed by a colleague. The oracle is `cohortVisitors`.
 */
export function cohortVisitorsOf(reader: ColumnsReader, scope: BoardScope): SQL {
  const filter = { flagged: false, simulated: scope.filter.simulated }
  return sql`(
    with first as materialized (
      select trial.number, trial.visitor, trial.demo, trial.started_ms, ${quarterOf(sql`trial.started_ms`)} as quarter
      from ${beginningTrials(reader, scope, 'visitor')} as trial),
    counted as (
      select trial.visitor, trial.demo, trial.started_ms, trial.path_at_ms, trial.restarted_from
      from ${scopedTrials(reader, { ...scope, filter, range: EVER })} as trial),
    ${returnParts(scope)},
    second as (
      select first.number, min(later.started_ms) as at_ms
      from first join counted as later on later.visitor = first.visitor
      where later.started_ms > first.started_ms and later.restarted_from is null and later.demo <> first.demo
      group by first.number),
    ${colleagueParts(reader)}
    select first.number, first.quarter, first.started_ms, coalesce(returned.weeks, []) as weeks, second.at_ms as second_ms,
      invited.at_ms as invited_ms
    from first left join returned on returned.number = first.number left join second on second.number = first.number
      left join invited on invited.number = first.number)`
}

/** `returned`: the weeks in which a visitor began a trial that is no restart, or entered a state on a later day. */
function returnParts(scope: BoardScope): SQL {
  const { rules } = scope
  const began = sql`case when later.restarted_from is null then [later.started_ms] else [] end`
  const entered = sql`list_filter(list_transform(list_concat([0::bigint], later.path_at_ms), lambda ms: later.started_ms + ms),
    lambda at_ms: at_ms >= day_end.end_ms)`
  const weekOf = sql`(at_ms - first.started_ms + ${rules.returnMs - 1}) // ${rules.returnMs}`
  return sql`
    ${dayEndPart(scope)},
    come_back as (
      select first.number, list_distinct(list_transform(
        list_filter(list_concat(${began}, ${entered}), lambda at_ms: at_ms > first.started_ms), lambda at_ms: ${weekOf})) as weeks
      from first join day_end on day_end.quarter = first.quarter join counted as later on later.visitor = first.visitor
      where later.started_ms > first.started_ms
        or later.started_ms + coalesce(list_max(later.path_at_ms), 0) >= day_end.end_ms),
    returned as (select number, list_distinct(flatten(list(weeks))) as weeks from come_back group by number)`
}

/** `invited`: when somebody of the account first came after the visitor, whose own first trial is not after itself. */
function colleagueParts(reader: ColumnsReader): SQL {
  return sql`
    ${accountVisitorPart(reader)},
    invited as (
      select own.number, colleague.since as at_ms
      from (
        select first.number, first.started_ms, member.account
        from first join ${membersAt(reader)} as member on member.visitor = first.visitor) as own
      asof join account_visitor as colleague
        on colleague.account = own.account and own.started_ms < colleague.since)`
}

/** When a row of `cohortVisitorsOf` is in a set. The oracle is `isInCohort`. */
export function cohortCondition({ clock, rules }: BoardScope, { cohort, week }: CohortSet): SQL {
  const span = week * rules.returnMs
  const isOver = sql`${clock.now.getTime()} - trial.started_ms > ${span}`
  const happened: Record<CohortMeasure, SQL> = {
    returned: sql`list_contains(trial.weeks, ${week})`,
    'second-demo': sql`coalesce(trial.second_ms - trial.started_ms <= ${span}, false)`,
    invited: sql`coalesce(trial.invited_ms - trial.started_ms <= ${span}, false)`,
  }
  return cohort === 'followed' ? sql`(${isOver})` : sql`(${isOver} and ${happened[cohort]})`
}
