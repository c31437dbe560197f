import type { DuckDBConnection } from '@duckdb/node-api'
import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'

/** A value that a statement is given. Instants are milliseconds, lists are JSON. */
type ColumnValue = string | number | boolean | null

/**
 * What boards read from: the columnar copy as it was at one watermark. Statements are written with drizzle's `sql` in
 * DuckDB's dialect; they read `trialsAt(reader)` and its siblings, never a table itself.
 */
export interface ColumnsReader {
  /** The watermark: every change committed before this instant is in. Milliseconds. */
  readonly asOfMs: number
  rows<Row extends object>(statement: SQL): Promise<Row[]>
}

/** A statement with its values in the order of their numbers. */
export interface ColumnsStatement {
  text: string
  values: ColumnValue[]
}

const dialect = new PgDialect()

/** The text of a statement with `$1`, `$2` in place of its values. */
export function writeStatement(statement: SQL): ColumnsStatement {
  const { sql: text, params } = dialect.sqlToQuery(statement)
  return { text, values: params as ColumnValue[] }
}

/** Runs a statement. Whole numbers beyond 32 bits come as text unless the statement casts them to `double`. */
export async function runStatement<Row extends object>(
  connection: DuckDBConnection,
  { text, values }: ColumnsStatement,
): Promise<Row[]> {
  const reader = await connection.runAndReadAll(text, values)
  return reader.getRowObjectsJson() as Row[]
}

/** A reader of this process over an open copy. */
export function readerOver(connection: DuckDBConnection, asOfMs: number): ColumnsReader {
  return { asOfMs, rows: (statement) => runStatement(connection, writeStatement(statement)) }
}
