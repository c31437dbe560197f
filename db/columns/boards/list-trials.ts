import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ListedTrial } from '~/domain/insight/listed-trial'
import type { TrialSort } from '~/domain/insight/trial-sort'
import type { TrialSet } from '~/domain/insight/trial-set'
import type { ColumnsReader } from '../columns-reader'
import { trialsAt } from '../views'
import { withGoals } from './measured-trials'
import { PLAIN_SET_CONDITIONS, trialsInSet } from './trial-set'

export interface TrialListPage {
  scope: BoardScope
  set: TrialSet
  sort: TrialSort
  direction: 'asc' | 'desc'
  /** Id of the trial that the page follows, or comes before. */
  after?: string
  before?: string
  limit: number
}

/** The columns that lists are sorted by. An unknown score comes after 0. */
const SORT_KEYS: Record<TrialSort, SQL> = {
  started: sql`trial.started_ms`,
  active: sql`trial.active_ms`,
  score: sql`coalesce(trial.score, -1)`,
}

/**
 * One page of the trials in a set, in order of (sort column, id), both in the same direction. A page is found by the
 * row it follows or precedes, so it does not shift when trials are added. Fewer than `limit` rows mean that there are
 * no more.
 */
export async function listTrialRows(reader: ColumnsReader, page: TrialListPage): Promise<ListedTrial[]> {
  const backwards = page.before !== undefined
  const rows = await readRows(reader, page, (page.direction === 'desc') !== backwards)
  return backwards ? rows.reverse() : rows
}

async function readRows(
  reader: ColumnsReader,
  page: TrialListPage,
  descending: boolean,
): Promise<ListedTrial[]> {
  const { scope, set, limit } = page
  const { running, converted, early } = PLAIN_SET_CONDITIONS
  const to = sql.raw(descending ? 'desc' : 'asc')
  const order = sql`order by ${SORT_KEYS[page.sort]} ${to}, trial.id ${to}`
  const rows = await reader.rows<Omit<ListedTrial, 'startedAt'> & { startedMs: number }>(sql`
    with page as materialized (
      select trial.* from ${trialsInSet(reader, scope, set)} as trial ${markOf(reader, page)}
      where ${beyond(page, descending)} ${order} limit ${limit})
    select trial.id, trial.demo, trial.revision, trial.plan, trial.role, trial.channel, trial.device,
      trial.started_ms::double as "startedMs", trial.active_ms::double as "activeMs", trial.score, trial.outcome,
      trial.last_state as "lastState", trial.flags, ${running(scope)} as running,
      (${converted(scope)} or ${early(scope)}) as converted, trial.stars
    from ${withGoals(reader, scope, { trials: sql`page`, unit: 'trial' })} as trial ${order}`)
  return rows.map(({ startedMs, ...row }) => ({ ...row, startedAt: new Date(startedMs) }))
}

const markIn = ({ after, before }: TrialListPage): string | undefined => after ?? before

/** Joins the row that the page follows or precedes. */
function markOf(reader: ColumnsReader, page: TrialListPage): SQL {
  const id = markIn(page)
  if (id === undefined) return sql``
  return sql`cross join (
    select ${SORT_KEYS[page.sort]} as key, trial.id from ${trialsAt(reader)} as trial where trial.id = ${id}::uuid) as mark`
}

function beyond(page: TrialListPage, descending: boolean): SQL {
  if (markIn(page) === undefined) return sql`true`
  const key = SORT_KEYS[page.sort]
  const than = sql.raw(descending ? '<' : '>')
  return sql`(${key} ${than} mark.key or (${key} = mark.key and trial.id ${than} mark.id))`
}
