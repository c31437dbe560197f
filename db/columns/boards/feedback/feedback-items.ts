import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ColumnsReader } from '../../columns-reader'
import {
  asksAt,
  feedbackWorkAt,
  helpSearchesAt,
  remarksAt,
  searchCountsAt,
  searchWorkAt,
  trialsAt,
} from '../../views'
import { scopedTrials } from '../scoped-trials'

/** A scope, and whether its filter names no part of a trial: only then do things without a trial belong to it. */
export interface FeedbackScope {
  scope: BoardScope
  isWhole: boolean
}

/**
 * Everything that was said in a scope, each with how far the team is with it: comments of ratings, remarks and questions of its
 * trials; questions without a trial and searches without an answer by their own moment, where the filter names no part of a
 * trial.
 */
export function feedbackItems(reader: ColumnsReader, { scope, isWhole }: FeedbackScope): SQL {
  const trials = sql`scoped as materialized ${scopedTrials(reader, scope)}`
  const parts = [ratings(reader), remarks(reader), questions(reader, scope, isWhole)]
  if (isWhole) parts.push(searches(reader, scope))
  return sql`with ${trials}, item as (${sql.join(parts, sql` union all `)})`
}

const TRIAL = sql`trial.id::varchar as trial, trial.demo as demo, trial.plan as plan`

/** Of an item of a visitor: the work of the team, where somebody did any. */
const WORK = sql`work.assignee as assignee, work.revision_id::varchar as revision, coalesce(work.version, 0) as version`

const workOn = (reader: ColumnsReader, visitor: SQL, id: SQL) =>
  sql`left join ${feedbackWorkAt(reader)} as work on work.visitor = ${visitor} and work.id = ${id}`

const ratings = (reader: ColumnsReader) => sql`
  select 'rating' as kind, trial.id::varchar as id, ${TRIAL}, trial.last_state as state, null::integer as seq,
    trial.stars::varchar as mark, trial.comment as text, trial.locale as locale, trial.rated_ms as at_ms,
    coalesce(work.state, 'new') as work, ${WORK}
  from scoped as trial ${workOn(reader, sql`trial.visitor`, sql`trial.id`)}
  where trial.comment <> ''`

const remarks = (reader: ColumnsReader) => sql`
  select 'remark' as kind, own.id::varchar as id, ${TRIAL}, own.state as state, own.seq as seq, own.kind as mark,
    own.text as text, own.locale as locale, own.at_ms as at_ms, coalesce(work.state, 'new') as work, ${WORK}
  from ${remarksAt(reader)} as own
  join scoped as trial on trial.visitor = own.visitor and trial.id = own.trial
  ${workOn(reader, sql`own.visitor`, sql`own.id`)}`

/** What the inbox of the team says of a question holds where this board says nothing. */
const questions = (reader: ColumnsReader, { range }: BoardScope, isWhole: boolean) => sql`
  select 'ask' as kind, own.id::varchar as id, ${TRIAL}, own.at_state as state, own.at_seq as seq, null as mark, '' as text,
    own.locale as locale, own.at_ms as at_ms,
    coalesce(work.state, case when own.state = 'answered' then 'answered'
      when own.assignee is not null then 'assigned' else 'new' end) as work,
    coalesce(work.assignee, own.assignee) as assignee, work.revision_id::varchar as revision,
    coalesce(work.version, 0) as version
  from ${asksAt(reader)} as own
  left join scoped as trial on trial.visitor = own.visitor and trial.id = own.trial
  ${workOn(reader, sql`own.visitor`, sql`own.id`)}
  where own.kind = 'question' and (
    trial.id is not null ${isWhole ? sql`or (own.trial is null and ${within(range, sql`own.at_ms`)})` : sql``})`

/** What was searched and not found, by the words that were typed. */
const searches = (reader: ColumnsReader, { range, filter }: BoardScope) => sql`
  select 'search' as kind, found.locale || ':' || found.query as id, null as trial, null as demo, null as plan,
    null as state, null::integer as seq, sum(found.times)::varchar as mark, found.query as text, found.locale as locale,
    max(found.at_ms)::bigint as at_ms, coalesce(any_value(work.state), 'new') as work, any_value(work.assignee) as assignee,
    any_value(work.revision_id)::varchar as revision, coalesce(any_value(work.version), 0) as version
  from (
    select query, locale, at_ms, 1 as times from ${helpSearchesAt(reader)} as own
    where hits = 0 and own.visitor not in (
      select trial.visitor from ${trialsAt(reader)} as trial
      where (trial.simulated and not ${filter.simulated}) or (trial.flagged and not ${filter.flagged}))
    union all
    select query, locale, epoch_ms(day::timestamp) as at_ms, unanswered as times from ${searchCountsAt(reader)}
    where unanswered > 0
  ) as found
  left join ${searchWorkAt(reader)} as work on work.locale = found.locale and work.query = found.query
  where ${within(range, sql`found.at_ms`)}
  group by found.query, found.locale`

function within({ from, until }: BoardScope['range'], at: SQL): SQL {
  const bounds = [from && sql`${at} >= ${from.getTime()}`, until && sql`${at} < ${until.getTime()}`]
  return sql.join([sql`true`, ...bounds.filter((bound) => !!bound)], sql` and `)
}
