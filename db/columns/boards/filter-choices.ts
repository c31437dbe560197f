import { sql } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { FilterChoices } from '~/domain/insight/filter-choices'
import type { ColumnsReader } from '../columns-reader'
import { accountsAt } from '../views'
import { readOne } from './read-one'
import { scopedTrials } from './scoped-trials'

const LISTED = {
  demos: sql`demo`,
  revisions: sql`revision`,
  plans: sql`plan`,
  roles: sql`role`,
  locales: sql`locale`,
  channels: sql`channel`,
  devices: sql`device`,
}

/** Reads the range and the demo of the scope, not the rest. Trials are counted by their few combinations of values first. */
export async function readFilterChoices(reader: ColumnsReader, scope: BoardScope): Promise<FilterChoices> {
  const { demo } = scope.filter
  const filter = { flagged: true, simulated: true, ...(demo === undefined ? {} : { demo }) }
  const lists = Object.entries(LISTED).map(
    ([name, column]) => sql`coalesce(list_sort(list(distinct ${column})), []) as ${sql.identifier(name)}`,
  )
  return readOne(
    reader,
    sql`
      with combination as (
        select demo, revision, plan, role, locale, channel, device,
          count(*) filter (where simulated) as simulated,
          count(*) filter (where flagged) as flagged
        from ${scopedTrials(reader, { ...scope, filter })} as trial group by all)
      select ${sql.join(lists, sql`, `)},
        (select coalesce(list(struct_pack(id := id, name := name) order by name, id), [])
          from ${accountsAt(reader)} where merged_into is null) as accounts,
        coalesce(sum(simulated), 0)::integer as simulated, coalesce(sum(flagged), 0)::integer as flagged
      from combination`,
  )
}
