import { sql, type SQL } from 'drizzle-orm'
import type { ColumnsReader } from './columns-reader'

type At = Pick<ColumnsReader, 'asOfMs'>

const at = (table: SQL, { asOfMs }: At): SQL =>
  sql`(select * exclude (since_ms, until_ms) from ${table} where since_ms <= ${asOfMs} and until_ms > ${asOfMs})`

/** The trials at the reader's watermark, a subquery of the columns of `copied-tables.ts` and `number`. */
export const trialsAt = (reader: At): SQL => at(sql`trial`, reader)

/** Ids of trials at the reader's watermark that were not in the copy at an earlier one, which it must still remember. */
export const trialsAddedAfter = (reader: At, sinceMs: number): SQL => sql`(
  select added.id from (from trial where since_ms > ${sinceMs} and since_ms <= ${reader.asOfMs} and until_ms > ${reader.asOfMs}) as added
  where added.id not in (select known.id from trial as known where known.since_ms <= ${sinceMs}))`

/** What trials did, each told once: (number, path, task_ids, done_tasks). It is the same at every watermark. */
export const courses: SQL = sql`(select * exclude (key) from course)`

/**
 * The states that trials entered: (trial, visitor, place, at_ms, state, came_from, stood_ms, first_of_trial, first_of_state),
 * trial and visitor numbers of the copy's own.
 */
export const stepsAt = (reader: At): SQL => at(sql`step`, reader)

export const conversionsAt = (reader: At): SQL => at(sql`conversion`, reader)
export const touchesAt = (reader: At): SQL => at(sql`touch`, reader)
export const asksAt = (reader: At): SQL => at(sql`ask`, reader)
export const costsAt = (reader: At): SQL => at(sql`cost`, reader)
export const trialNotesAt = (reader: At): SQL => at(sql`trial_note`, reader)
export const remarksAt = (reader: At): SQL => at(sql`remark`, reader)
export const pageViewsAt = (reader: At): SQL => at(sql`page_view`, reader)
export const messageEventsAt = (reader: At): SQL => at(sql`message_event`, reader)
export const helpSearchesAt = (reader: At): SQL => at(sql`help_search`, reader)
export const searchCountsAt = (reader: At): SQL => at(sql`search_count`, reader)
export const feedbackWorkAt = (reader: At): SQL => at(sql`feedback_work`, reader)
export const searchWorkAt = (reader: At): SQL => at(sql`search_work`, reader)
export const exposuresAt = (reader: At): SQL => at(sql`exposure`, reader)
export const accountsAt = (reader: At): SQL => at(sql`account`, reader)

/** Accounts by the one that they were merged into, the last of a chain; themselves when they were not: (id, root). */
export const accountRootsAt = (reader: At): SQL => sql`(
  with recursive root(id, root) as (
    select id, id from ${accountsAt(reader)} where merged_into is null
    union all
    select merged.id, root.root from ${accountsAt(reader)} as merged join root on merged.merged_into = root.id
  )
  from root)`

/** Visitors by the account that they belong to, for merged accounts the one that they were merged into: (visitor, account). */
export const membersAt = (reader: At): SQL => sql`(
  select member.visitor, own.root as account
  from ${at(sql`member`, reader)} as member join ${accountRootsAt(reader)} as own on own.id = member.account)`
