import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import postgres from 'postgres'
import type { ISql } from 'postgres'
import { countMigrations, migrateUpTo } from '../migrate'
import { ensurePartitions } from '../partitions'
import type { Month } from '../partitions'
import { countRows, listKeptTables } from './kept-tables'
import type { KeptTable } from './kept-tables'

/** The tables of a backup, to be loaded. */
export interface TablesToLoad {
  migrations: number
  months: Month[]
  tables: readonly (KeptTable & { rows: number })[]
  /** The rows of one table in the text format of COPY. */
  open(table: string): Promise<Readable>
  onLoaded?: (table: string) => void
}

/** Whether the database has no row that a backup would store, and no schema newer than `migrations`. */
export async function isEmptyDatabase(url: string, migrations: number): Promise<boolean> {
  return withSession(url, async (sql) => {
    if ((await countMigrations(sql)) > migrations) return false
    for (const { name } of await listKeptTables(sql)) {
      const [row] = await sql<{ found: boolean }[]>`select exists (select from ${sql(name)}) as found`
      if (row?.found) return false
    }
    return true
  })
}

/**
 * Gives an empty database the schema of the backup and then its rows, these in one transaction: all of them or none.
 * Foreign keys are put back at the end, so the database itself checks that the rows fit together.
 * @throws Error when a table has another number of rows than the backup says
 */
export async function loadTables(url: string, backup: TablesToLoad): Promise<void> {
  await migrateUpTo(url, backup.migrations)
  await withSession(url, async (sql) => {
    refuseUnknown(backup.tables, await listKeptTables(sql))
    for (const month of backup.months) await ensurePartitions(sql, { first: month, last: month })
    await sql.begin(async (tx) => {
      await setTriggers(tx, backup.tables, 'disable')
      const keys = await dropForeignKeys(tx)
      for (const table of backup.tables) await loadTable(tx, table, backup)
      for (const key of keys) await tx.unsafe(key)
      await setTriggers(tx, backup.tables, 'enable')
    })
    await sql`analyze`
  })
}

async function loadTable(
  sql: ISql,
  { name, columns, rows }: KeptTable & { rows: number },
  { open, onLoaded }: TablesToLoad,
): Promise<void> {
  const sink = await sql`copy ${sql(name)} (${sql(columns)}) from stdin`.writable()
  await pipeline(await open(name), sink)
  const loaded = await countRows(sql, name)
  if (loaded !== rows) throw new Error(`${name}: ${loaded} rows were loaded, the backup has ${rows}`)
  onLoaded?.(name)
}

/** A queued message has a job in a queue that was not stored: it goes back to the outbox, to be queued again. */
export async function returnQueuedMails(url: string): Promise<void> {
  await withSession(url, (sql) => sql`update mail set queued_at = null where state = 'waiting'`)
}

/** Drops all foreign keys and returns the statements that make them again. */
async function dropForeignKeys(sql: ISql): Promise<string[]> {
  const keys = await sql<{ drop: string; add: string }[]>`
    select
      format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint
    where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace
    order by conrelid::regclass::text, conname`
  for (const { drop } of keys) await sql.unsafe(drop)
  return keys.map(({ add }) => add)
}

async function setTriggers(
  sql: ISql,
  tables: readonly KeptTable[],
  state: 'enable' | 'disable',
): Promise<void> {
  for (const { name } of tables) await sql.unsafe(`alter table "${name}" ${state} trigger user`)
}

/** Names are put into statements, so only those that the database itself lists are used. */
function refuseUnknown(tables: readonly KeptTable[], known: readonly KeptTable[]): void {
  for (const { name, columns } of tables) {
    const table = known.find((each) => each.name === name)
    const missing = columns.find((column) => !table?.columns.includes(column))
    if (!table || missing) throw new Error(`The database has no ${table ? `${name}.${missing}` : name}`)
  }
}

async function withSession<Result>(
  url: string,
  work: (sql: postgres.Sql) => Promise<Result>,
): Promise<Result> {
  const connection = { application_name: 'foyer-restore' }
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10, connection })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
