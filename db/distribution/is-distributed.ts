import type { ISql } from 'postgres'

/** Whether the tables of trials are distributed over several nodes by Citus. */
export async function isDistributed(sql: ISql): Promise<boolean> {
  const [extension] = await sql<
    { found: boolean }[]
  >`select to_regclass('pg_catalog.pg_dist_partition') is not null as found`
  if (!extension?.found) return false
  const rows = await sql`
    select from pg_catalog.pg_dist_partition where logicalrelid = 'public.trial'::regclass and partmethod = 'h'`
  return rows.length > 0
}
