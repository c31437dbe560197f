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

/** Rewrites each table in the order of time, without the holes that deleted rows leave. */
export async function compactCopy(connection: DuckDBConnection): Promise<void> {
  const orders: Partial<Record<(typeof TABLES)[number], string>> = {
    trial: 'started_ms',
    step: 'trial, place',
  }
  for (const table of TABLES) {
    await inOneTransaction(connection, async () => {
      await connection.run(
        `create or replace table compacted as from ${table} order by ${orders[table] ?? 'visitor'}`,
      )
      await connection.run(`drop table ${table}`)
      await connection.run(`alter table compacted rename to ${table}`)
    })
  }
  await connection.run('checkpoint')
}
