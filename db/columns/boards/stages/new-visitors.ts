import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { VisitorState } from '~/domain/insight/stages/visitor-states'
import type { ColumnsReader } from '../../columns-reader'
import { membersAt } from '../../views'
import { quarterOf } from '../day-of-quarter'
import { beginningTrials } from '../measured-trials'
import { scopedTrials } from '../scoped-trials'
import { accountVisitorPart, dayEndPart } from '../visitor-parts'

const EVER = { from: null, until: null }

/**
 * The visitors whose first unflagged trial is in the scope, by that trial: its number and started_ms, and a flag for each state.
 * The oracle is `newVisitors`.
 */
export function newVisitorTrials(reader: ColumnsReader, scope: BoardScope): SQL {
  const { clock, rules } = scope
  return sql`(
    with first as materialized (
      select trial.number, trial.visitor, trial.started_ms, trial.share, ${quarterOf(sql`trial.started_ms`)} as quarter,
        ${clock.now.getTime()} - trial.started_ms > ${rules.returnMs} as is_matured
      from ${beginningTrials(reader, scope, 'visitor')} as trial),
    counted as (
      select trial.visitor, trial.started_ms, trial.path_at_ms, trial.restarted_from
      from ${scopedTrials(reader, { ...scope, filter: countedOf(scope), range: EVER })} as trial),
    ${returnParts(scope)},
    ${colleagueParts(reader)}
    select first.number, first.started_ms, is_matured, not is_matured as is_young,
      is_matured and returned.number is not null as is_returned,
      coalesce(first.share <> '', false) or colleague.number is not null as is_referred
    from first
      left join returned on returned.number = first.number
      left join colleague on colleague.number = first.number)`
}

/** What a visitor does later counts whatever the demo, plan or channel of it. */
const countedOf = ({ filter }: BoardScope) => ({ flagged: false, simulated: filter.simulated })

/** When a row of `newVisitorTrials` is in each state. */
export const VISITOR_CONDITIONS: Readonly<Record<VisitorState, SQL>> = {
  matured: sql`trial.is_matured`,
  returned: sql`trial.is_returned`,
  young: sql`trial.is_young`,
  referred: sql`trial.is_referred`,
}

/** `returned`: by another trial that is no restart, or by a state entered on a later day. */
function returnParts(scope: BoardScope): SQL {
  const { rules } = scope
  const inTime = (at: SQL) => sql`${at} <= first.started_ms + ${rules.returnMs}`
  return sql`
    ${dayEndPart(scope)},
    returned as (
      select distinct first.number
      from first join day_end on day_end.quarter = first.quarter join counted as later on later.visitor = first.visitor
      where first.is_matured and (
        (later.started_ms > first.started_ms and ${inTime(sql`later.started_ms`)}
          and (later.restarted_from is null or later.started_ms >= end_ms))
        or (later.started_ms + later.path_at_ms[-1] >= end_ms and len(list_filter(later.path_at_ms,
          lambda ms: later.started_ms + ms >= end_ms and ${inTime(sql`later.started_ms + ms`)})) > 0)))`
}

/** `colleague`: somebody else of the account was there before. The first two of an account tell. */
function colleagueParts(reader: ColumnsReader): SQL {
  return sql`
    ${accountVisitorPart(reader)},
    account_first as (
      select account, list(struct_pack(visitor := visitor, since := since) order by since)[1:2] as earliest
      from account_visitor group by account),
    colleague as (
      select first.number
      from first join ${membersAt(reader)} as member on member.visitor = first.visitor
        join account_first on account_first.account = member.account
      where len(list_filter(earliest, lambda one: one.visitor <> first.visitor and one.since < first.started_ms)) > 0)`
}
