import { sql } from 'drizzle-orm'
import type { Sql } from '#db/client'
import type { ColumnsReader } from '#db/columns/columns-reader'
import { conversionsAt, trialsAt } from '#db/columns/views'

/** What the copy holds of trials and conversions, to be compared with `trialsOfPostgres`. */
export async function trialsOfCopy(reader: ColumnsReader): Promise<string[]> {
  const rows = await reader.rows<{ row: string }>(sql`
    select concat_ws(' ', id, steps, coalesce(stars, 0)) as row from ${trialsAt(reader)}
    union all select concat_ws(' ', id, goal, trial) from ${conversionsAt(reader)} order by 1`)
  return rows.map(({ row }) => row)
}

export async function trialsOfPostgres(raw: Sql): Promise<string[]> {
  const rows = await raw<{ row: string }[]>`
    select concat_ws(' ', id, steps, coalesce(stars, 0)) as row
    from trial left join rating on rating.visitor_id = trial.visitor_id and trial_id = id
    union all select concat_ws(' ', id, goal, trial_id) from conversion`
  return rows.map(({ row }) => row).sort()
}
