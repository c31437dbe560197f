import type { Readable } from 'node:stream'
import postgres from 'postgres'
import type { ISql } from 'postgres'
import { countMigrations } from '../migrate'
import { listPartitionMonths } from '../partitions'
import type { Month } from '../partitions'
import { countRows, listKeptTables } from './kept-tables'
import type { KeptTable } from './kept-tables'

/** What the database held at one instant. */
export interface Snapshot {
  /** Of the server, such as 170004. */
  serverVersion: number
  migrations: number
  /** The months that have a partition of traces. */
  months: Month[]
  tables: KeptTable[]
  countRows(table: KeptTable): Promise<number>
  /** The rows in the text format of COPY. */
  readRows(table: KeptTable): Promise<Readable>
}

/**
 * Reads everything in one read-only transaction, so that rows of different tables fit together while trials run. It
 * writes nothing, so it neither blocks anybody nor holds back what follows the changes of rows.
 */
export async function inSnapshot<Result>(
  url: string,
  work: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  const connection = { application_name: 'foyer-backup', default_transaction_read_only: true }
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10, connection })
  try {
    return (await sql.begin('isolation level repeatable read read only', async (tx) =>
      work(await snapshotOf(tx)),
    )) as Result
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function snapshotOf(sql: ISql): Promise<Snapshot> {
  const [server] = await sql<
    { version: number }[]
  >`select current_setting('server_version_num')::int as version`
  return {
    serverVersion: server?.version ?? 0,
    migrations: await countMigrations(sql),
    months: await listPartitionMonths(sql),
    tables: await listKeptTables(sql),
    countRows: ({ name }) => countRows(sql, name),
    readRows: ({ name, columns }) =>
      sql`copy (select ${sql(columns)} from ${sql(name)}) to stdout`.readable(),
  }
}
