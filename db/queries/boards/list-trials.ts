import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { rating, trial } from '#db/schema/trial'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ListedTrial } from '~/domain/insight/listed-trial'
import type { TrialSort } from '~/domain/insight/trial-sort'
import type { TrialSet } from '~/domain/insight/trial-set'
import { trialFilter } from './trial-filter'
import { belongsTo, setCondition } from './trial-set'

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

/** The sort column, of `trial` or of another row of it. An unknown score comes after 0. */
const SORT_KEYS: Record<TrialSort, (row: SQL) => SQL> = {
  started: (row) => sql`${row}.started_at`,
  active: (row) => sql`${row}.active_ms`,
  score: (row) => sql`coalesce(${row}.score, -1)`,
}

const OWN = sql`${trial}`

/**
 * One page of the trials in a set, in order of (sort column, id), both in the same direction. A page is found by the
 * row it follows or precedes, so it does not shift when trials are added. Fewer than `limit` rows mean that there are
 * no more. Served by trial_demo_started_idx or trial_started_idx; the anchor row by trial_id_idx.
 */
export async function listTrialRows(db: Executor, page: TrialListPage): Promise<ListedTrial[]> {
  const backwards = page.before !== undefined
  const rows = await readRows(db, page, (page.direction === 'desc') !== backwards)
  return backwards ? rows.reverse() : rows
}

function readRows(db: Executor, page: TrialListPage, descending: boolean): Promise<ListedTrial[]> {
  const { scope, set, limit } = page
  const key = SORT_KEYS[page.sort](OWN)
  const order = descending ? desc : asc
  return db
    .select({
      id: trial.id,
      demo: trial.demoSlug,
      revision: trial.revisionNumber,
      plan: trial.plan,
      role: trial.role,
      channel: trial.channel,
      device: trial.device,
      startedAt: trial.startedAt,
      activeMs: trial.activeMs,
      score: trial.score,
      outcome: trial.outcome,
      lastState: trial.lastState,
      flags: trial.flags,
      running: sql<boolean>`${setCondition({ name: 'running' }, scope)}`,
      converted: sql<boolean>`(${setCondition({ name: 'converted' }, scope)} or ${setCondition({ name: 'early' }, scope)})`,
      stars: rating.stars,
    })
    .from(trial)
    .leftJoin(rating, and(eq(rating.visitorId, trial.visitorId), eq(rating.trialId, trial.id)))
    .where(and(trialFilter(scope), belongsTo(set, scope), beyond(page, descending)))
    .orderBy(order(key), order(trial.id))
    .limit(limit)
}

function beyond({ after, before, sort }: TrialListPage, descending: boolean): SQL | undefined {
  const mark = after ?? before
  if (mark === undefined) return undefined
  const keyOf = SORT_KEYS[sort]
  return sql`(${keyOf(OWN)}, ${trial.id}) ${sql.raw(descending ? '<' : '>')}
    (select ${keyOf(sql`mark`)}, mark.id from ${trial} as mark where mark.id = ${mark})`
}
