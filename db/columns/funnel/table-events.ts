import { sql } from 'drizzle-orm'
import type { EventSource } from './event-source'

/** The events of the table that `fillEvents` fills. */
export const tableEvents: EventSource = ({ unit }) => ({
  tables: [],
  branches: [
    {
      from: sql`event`,
      unit: sql.raw(unit),
      at: sql`at_ms`,
      position: sql`0 as rank, null::uuid as own, position as place`,
      fits: ({ event, where }) => {
        const conditions = Object.entries(where).map(
          ([prop, value]) => sql`${propSql(prop)} = ${JSON.stringify(value)}`,
        )
        return sql.join([sql`name = ${event}`, ...conditions], sql` and `)
      },
      valueOf: propSql,
      touchOf: propSql,
    },
  ],
})

const propSql = (prop: string) => sql`map_extract_value(props, ${prop})`
