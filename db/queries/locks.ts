import { sql } from 'drizzle-orm'
import type { Executor } from '#db/client'

/**
 * Locks these names until the transaction ends, for things that have no row yet. In one order, so that two
 * transactions never deadlock. Uses no index: advisory locks are in memory.
 */
export async function lockNames(db: Executor, names: readonly string[]): Promise<void> {
  const sorted = [...new Set(names)].sort()
  if (sorted.length === 0) return
  const list = sql.join(
    sorted.map((name) => sql`${name}`),
    sql`, `,
  )
  await db.execute(sql`
    select pg_advisory_xact_lock(hash) from (
      select distinct hashtextextended(name, 7210) as hash from unnest(array[${list}]::text[]) as name order by hash
    ) as sorted`)
}
