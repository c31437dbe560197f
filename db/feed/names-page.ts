import type { ISql } from 'postgres'
import type { CopiedKind } from '../columns/copy/copied-tables'

/** A name as it was written, once or several times at one instant. */
export interface WrittenName {
  kind: CopiedKind | 'all'
  visitor: string
  id: string
  /** Microseconds. */
  at: number
  count: number
}

/** What the feed says of itself. */
export interface FeedState {
  feedId: string
  /** False when a name since the asked instant may have been deleted. */
  isWhole: boolean
}

/** The oldest names since an instant, at most `limit`. Served by changed_at_idx. */
export async function listNames(sql: ISql, sinceMs: number, limit: number): Promise<WrittenName[]> {
  return sql<WrittenName[]>`
    select kind, visitor_id as visitor, id, floor(extract(epoch from at) * 1000000)::float8 as at, count(*)::int as count
    from (select * from changed where at >= ${new Date(sinceMs)} order by at limit ${limit}) as page
    group by kind, visitor_id, id, at`
}

export async function readFeedState(sql: ISql, sinceMs: number): Promise<FeedState> {
  const [state] = await sql<FeedState[]>`
    select id as "feedId", whole_since <= ${new Date(sinceMs)} as "isWhole" from change_feed`
  if (!state) throw new Error('change_feed has no row')
  return state
}

/** Deletes the names before an instant, those of ten minutes at a time, so that no statement takes long. Served by changed_at_idx. */
export async function deleteNamesBefore(sql: ISql, before: Date): Promise<number> {
  for (let deleted = 0; ;) {
    const { count } = await sql`
      delete from changed
      where at < least(${before}, (select min(at) from changed) + interval '10 minutes')`
    if (count === 0) return deleted
    deleted += count
  }
}
