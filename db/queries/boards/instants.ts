import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'

/** An instant as a PostgreSQL literal. */
export const instantLiteral = (date: Date): SQL => sql`${date.toISOString()}::timestamptz`

/** A duration as a PostgreSQL literal. */
export const intervalLiteral = (ms: number): SQL => sql`(${ms}::float8 * interval '1 millisecond')`
