import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'

/** A time zone's day begins with some quarter of an hour of UTC, so that few instants need its rules. */
const QUARTER_MS = 15 * 60 * 1000

/** The quarter of an hour in which an instant lies, counted from the epoch. */
export const quarterOf = (ms: SQL): SQL => sql`(${ms} // ${QUARTER_MS})`

/** The instant at which a quarter begins. */
export const startOfQuarter = (quarter: SQL): SQL =>
  sql`make_timestamptz(${quarter} * ${QUARTER_MS * 1000}::bigint)`

/** The day of a quarter in a time zone, as a text. */
export const dayOfQuarter = (timeZone: string, quarter: SQL): SQL =>
  sql`timezone(${timeZone}, ${startOfQuarter(quarter)})::date::varchar`
