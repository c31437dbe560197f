import { sql } from 'drizzle-orm'
import type { Executor } from '#db/client'

/** How long trials stay in a state. */
export interface StateTime {
  state: string
  /** The median, in milliseconds of trial time. */
  medianMs: number
}

interface Asked {
  demoSlug: string
  /** So many of the latest trials are read. */
  latest: number
  /** A state with fewer visits is left out. */
  least: number
}

/**
 * The median time that the latest unflagged trials of a demo spent in each state before they went on. Served by
 * `trial_demo_started_idx`.
 */
export async function listStateTimes(db: Executor, { demoSlug, latest, least }: Asked): Promise<StateTime[]> {
  const rows = await db.execute<{ state: string; median: number }>(sql`
    select state, percentile_cont(0.5) within group (order by stay)::float8 as median
    from (
      select step.state, lead(step.at) over (partition by recent.id order by step.n) - step.at as stay
      from (
        select id, path, path_at from trial
        where demo_slug = ${demoSlug} and flags = '{}'
        order by started_at desc
        limit ${latest}
      ) as recent
      cross join lateral unnest(recent.path, recent.path_at) with ordinality as step(state, at, n)
    ) as stays
    where stay is not null
    group by state
    having count(*) >= ${least}
  `)
  return rows.map(({ state, median }) => ({ state, medianMs: median }))
}
