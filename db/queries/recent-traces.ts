import type { Sql } from '#db/client'

/** One event of a trace as the database gives it: number, moment, type, data, active time. */
type TraceTuple = [
  seq: number,
  at: number,
  type: string,
  data: Record<string, string | number | boolean | null> | null,
  activeMs: number,
]

export interface RecentTrace {
  id: string
  plan: string
  role: string
  seed: string
  startedAt: Date
  events: TraceTuple[]
}

/** Traces read ahead of their reader. */
const CHUNK = 20

/**
 * The traces begun last on a revision in which something was done, newest first, through a cursor: a few at a time are in
 * memory, and other work goes on between. The trials are served by trial_demo_started_idx, the events of each by the primary
 * key; the trial names the partition. Holds one connection until the iterator is done or left.
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
        jsonb_agg(jsonb_build_array(seq, at_ms, type, data, active_ms) order by seq), '[]'::jsonb
      ) as events
      from trial_event
      where visitor_id = recent.visitor_id and trial_id = recent.id
    ) as trace
    order by recent.started_at desc`.cursor(CHUNK)
  for await (const chunk of rows) yield* chunk
}
