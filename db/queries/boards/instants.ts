import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'

/** A moment as PostgreSQL takes it. */
export const instantLiteral = (date: Date): SQL => sql`${date.toISOString()}::timestamptz`

/** A length of time as PostgreSQL takes it. */
export const intervalLiteral = (ms: number): SQL => sql`(${ms}::float8 * interval '1 millisecond')`
