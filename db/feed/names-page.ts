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

const AT_ONCE_MS = 10 * 60 * 1000

/**
 * Deletes the names before an instant, those of ten minutes at a time, so that no statement takes long. The feed says so
 * first: where tables are distributed, no trigger does. Served by changed_at_idx.
 */
export async function deleteNamesBefore(sql: ISql, before: Date): Promise<number> {
  for (let deleted = 0; ;) {
    const [oldest] = await sql<{ at: Date | null }[]>`select min(at) as at from changed`
    if (!oldest?.at || oldest.at >= before) return deleted
    const until = new Date(Math.min(before.getTime(), oldest.at.getTime() + AT_ONCE_MS))
    await sql`update change_feed set whole_since = least(${until}::timestamptz, clock_timestamp()) where whole_since < ${until}`
    const { count } = await sql`delete from changed where at < ${until}`
    deleted += count
  }
}
