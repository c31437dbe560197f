import { getTableColumns } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { ISql } from 'postgres'
import { conversion } from '#db/schema/conversion'
import { trial, visitor } from '#db/schema/trial'

export type BulkVisitor = typeof visitor.$inferSelect
export type BulkTrial = typeof trial.$inferSelect
export type BulkConversion = typeof conversion.$inferSelect

/** Adds visitors in one statement, with every column given. */
export async function insertBulkVisitors(sql: ISql, visitors: readonly BulkVisitor[]): Promise<void> {
  await sql`
    insert into visitor
    select * from jsonb_populate_recordset(null::visitor, ${asRecords(visitor, visitors)}::text::jsonb)`
}

/** Adds trials of existing visitors in one statement with their summaries, with every column given. */
export async function insertBulkTrials(sql: ISql, trials: readonly BulkTrial[]): Promise<void> {
  await sql`
    insert into trial
    select * from jsonb_populate_recordset(null::trial, ${asRecords(trial, trials)}::text::jsonb)`
}

/** Adds conversions of existing visitors in one statement, with every column given. */
export async function insertBulkConversions(
  sql: ISql,
  conversions: readonly BulkConversion[],
): Promise<void> {
  await sql`
    insert into conversion
    select * from jsonb_populate_recordset(null::conversion, ${asRecords(conversion, conversions)}::text::jsonb)`
}

/** Rows as JSON, by the names of their columns in the database. */
function asRecords(table: PgTable, rows: readonly Record<string, unknown>[]): string {
  const names = Object.entries(getTableColumns(table)).map(([key, column]) => [key, column.name] as const)
  return JSON.stringify(rows.map((row) => Object.fromEntries(names.map(([key, name]) => [name, row[key]]))))
}
