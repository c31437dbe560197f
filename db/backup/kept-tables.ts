import type { ISql } from 'postgres'

/** A table of the database as a backup stores it. */
export interface KeptTable {
  name: string
  /** Without generated columns, which the database computes again. */
  columns: string[]
}

/**
 * Names of changed rows are for the columnar copies that follow this very database; a copy of restored data is made again.
 */
const LEFT_OUT = ['changed', 'change_feed']

/**
 * The tables of schema `public`, by name. A partitioned table stands for its partitions. The tables of the job queue are in
 * a schema of their own: lost jobs are made again from the outbox.
 */
export async function listKeptTables(sql: ISql): Promise<KeptTable[]> {
  return sql<KeptTable[]>`
    select relname::text as name, array_agg(attname::text order by attnum) as columns
    from pg_class
    join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
      and relname <> all(${LEFT_OUT})
    group by relname order by relname`
}

/** The rows of a table. */
export async function countRows(sql: ISql, table: string): Promise<number> {
  const [row] = await sql<{ count: string }[]>`select count(*) as count from ${sql(table)}`
  return Number(row?.count ?? 0)
}
