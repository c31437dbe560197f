import { timestamp } from 'drizzle-orm/pg-core'

/** A column of type `timestamptz`, a `Date` in TypeScript. */
export const instant = (name: string) => timestamp(name, { withTimezone: true })
