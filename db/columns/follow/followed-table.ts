import type { DuckDBConnection } from '@duckdb/node-api'

/** How far a copy has followed. */
export interface Followed {
  feedId: string
  /** Where the names begin that may not have been handled. */
  sinceMs: number
  /** Views older than this watermark can no longer be read. */
  oldestMs: number
  /** When the tables were written again. */
  compactedMs: number
}

/** Says for the first time how far a copy has followed. */
export async function beginFollowed(connection: DuckDBConnection, followed: Followed): Promise<void> {
  const { feedId, sinceMs, oldestMs, compactedMs } = followed
  await connection.run(`
    create or replace table followed (
      feed_id varchar not null, since_ms bigint not null, oldest_ms bigint not null, compacted_ms bigint not null)`)
  await connection.run(`insert into followed values ($1, ${sinceMs}, ${oldestMs}, ${compactedMs})`, [feedId])
}

/**
 * Says how far a copy has followed. That is written after the rows: a copy that is interrupted in between handles some names
 * once more.
 */
export async function writeFollowed(
  connection: DuckDBConnection,
  { sinceMs, oldestMs, compactedMs }: Followed,
): Promise<void> {
  await connection.run(
    `update followed set since_ms = ${sinceMs}, oldest_ms = ${oldestMs}, compacted_ms = ${compactedMs}`,
  )
}

/** Null when that was never said. */
export async function readFollowed(connection: DuckDBConnection): Promise<Followed | null> {
  const tables = await connection.runAndReadAll(`select 1 from duckdb_tables() where table_name = 'followed'`)
  if (tables.currentRowCount === 0) return null
  const rows = await connection.runAndReadAll(`
    select feed_id as "feedId", since_ms::double as "sinceMs", oldest_ms::double as "oldestMs",
      compacted_ms::double as "compactedMs"
    from followed`)
  return (rows.getRowObjectsJS()[0] as Followed | undefined) ?? null
}
