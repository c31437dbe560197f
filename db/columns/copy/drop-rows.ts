import type { DuckDBConnection } from '@duckdb/node-api'
import { inOneTransaction } from '../in-one-transaction'
import { COPIED_KINDS } from './copied-tables'

const TABLES = [...COPIED_KINDS, 'step'] as const

/** Deletes the rows that were replaced before a watermark, so that views older than it can no longer be read. */
export async function dropReplacedRows(connection: DuckDBConnection, beforeMs: number): Promise<void> {
  for (const table of TABLES) await connection.run(`delete from ${table} where until_ms <= ${beforeMs}`)
}

/** Deletes everything of these visitors, older versions too, and frees the room in the file. */
export async function dropVisitors(
  connection: DuckDBConnection,
  visitorIds: readonly string[],
): Promise<void> {
  await inOneTransaction(connection, async () => {
    await connection.run(
      `create or replace temp table dropped as
        select number from visitor where id in (select unnest(from_json($1::json, '["UUID"]')))`,
      [JSON.stringify(visitorIds)],
    )
    for (const table of TABLES) await connection.run(`delete from ${table} where visitor in (from dropped)`)
    await connection.run('delete from visitor where number in (from dropped)')
    await dropCourses(connection)
  })
  await connection.run('checkpoint')
}

/** Deletes the courses of no trial. */
async function dropCourses(connection: DuckDBConnection): Promise<void> {
  await connection.run('delete from course where number not in (select course from trial)')
}

/** By what each table is ordered when it is written again: questions about a range of time then skip the rest of `trial`. */
const ORDERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(TABLES.map((table) => [table, 'visitor'])),
  ...{ trial: 'started_ms', step: 'trial, place', visitor: 'number', course: 'number' },
}

export const COMPACTED_TABLES = Object.keys(ORDERS)

/** Writes a table again, in order and without the holes that deleted rows leave. */
export async function compactTable(connection: DuckDBConnection, table: string): Promise<void> {
  await inOneTransaction(connection, async () => {
    await connection.run(`create or replace table compacted as from ${table} order by ${ORDERS[table]}`)
    await connection.run(`drop table ${table}`)
    await connection.run(`alter table compacted rename to ${table}`)
  })
  await connection.run('checkpoint')
}

/** Numbers that no compression makes smaller, for every free block of 256 KB and some more. */
const FILLER = `
  create or replace table filler as select hash(range) as noise
  from range((select (free_blocks + 4) * 32768 from pragma_database_size() where database_name = current_database()))`

/** Writes over the room that the file no longer uses: what was deleted stays there otherwise until it is used again. */
export async function overwriteFreed(connection: DuckDBConnection): Promise<void> {
  for (const statement of [FILLER, 'checkpoint', 'drop table filler', 'checkpoint'])
    await connection.run(statement)
}
