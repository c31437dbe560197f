import type { Sql } from '../client'

/** A transaction that has written something and has not ended. */
export interface OpenWriter {
  xid: string
  /** When it began, by the server's clock; null when we may not see it. */
  startedMs: number | null
}

/** What the server is doing. */
export interface ServerActivity {
  /** The server's clock just before it looked. Milliseconds. */
  clockMs: number
  /** Null where the tables are distributed: one node does not see the transactions of the others. */
  writers: readonly OpenWriter[] | null
}

/**
 * Reads the open writers of this database. Other roles’ transactions are listed without their start. Prepared transactions
 * are read last, so that one that is prepared meanwhile is seen here or there.
 */
export async function readActivity(sql: Sql): Promise<ServerActivity> {
  const [state] = await sql<{ clockMs: number; isDistributed: boolean; writers: OpenWriter[] }[]>`
    select
      floor(extract(epoch from statement_timestamp()) * 1000)::float8 as "clockMs",
      to_regclass('pg_dist_partition') is not null as "isDistributed",
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'xid', backend_xid::text, 'startedMs', floor(extract(epoch from xact_start) * 1000)))
        from pg_stat_activity
        where datname = current_database() and backend_xid is not null
          and backend_type is distinct from 'autovacuum worker'), '[]') as writers`
  if (!state) throw new Error('the activity of the server gave no row')
  const prepared = await sql<OpenWriter[]>`
    select transaction::text as xid, null as "startedMs" from pg_prepared_xacts where database = current_database()`
  return {
    clockMs: state.clockMs,
    writers: state.isDistributed ? null : [...state.writers, ...prepared],
  }
}
