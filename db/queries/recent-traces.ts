import type { Sql } from '#db/client'

/** One event of a trace as the database returns it: number, time, type, data, active time, whether it was shown. */
type TraceTuple = [
  seq: number,
  at: number,
  type: string,
  data: Record<string, string | number | boolean | null> | null,
  activeMs: number,
  shown: boolean,
]

export interface RecentTrace {
  id: string
  plan: string
  role: string
  seed: string
  startedAt: Date
  events: TraceTuple[]
}

/** Number of traces fetched ahead of the reader. */
const CHUNK = 20

/**
 * The latest traces of a revision with at least one event, newest first, through a cursor: only a few are in memory at
 * a time.
 */
export async function* streamRecentTraces(
  sql: Sql,
  of: { demoSlug: string; revisionId: string; limit: number },
): AsyncGenerator<RecentTrace> {
  const rows = sql<RecentTrace[]>`
    select recent.id, recent.plan, recent.role, recent.seed, recent.started_at as "startedAt", trace.events
    from (
      select id, visitor_id, plan, role, seed, started_at
      from trial
      where demo_slug = ${of.demoSlug} and revision_id = ${of.revisionId} and last_seq > 0
      order by started_at desc
      limit ${of.limit}
    ) as recent
    cross join lateral (
      select coalesce(
        jsonb_agg(jsonb_build_array(seq, at_ms, type, data, active_ms, shown) order by seq), '[]'::jsonb
      ) as events
      from trial_event
      where visitor_id = recent.visitor_id and trial_id = recent.id
    ) as trace
    order by recent.started_at desc`.cursor(CHUNK)
  for await (const chunk of rows) yield* chunk
}
