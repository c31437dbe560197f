import { sql } from 'drizzle-orm'
import type { SourceTrials } from '~/domain/insight/attribution/suspicious-sources'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ColumnsReader } from '../../columns-reader'
import { scopedTrials } from '../scoped-trials'

/** The trials of each source, flagged ones included whatever the filter says. */
export async function readSourceTrials(reader: ColumnsReader, scope: BoardScope): Promise<SourceTrials[]> {
  const { rules } = scope
  const all = scopedTrials(reader, { ...scope, filter: { ...scope.filter, flagged: true } })
  return reader.rows<SourceTrials>(sql`
    select channel, source, count(*)::integer as trials,
      count(*) filter (where trial.flagged)::integer as flagged,
      count(*) filter (where list_contains(trial.flags, ${rules.fastFlag}))::integer as fast,
      count(trial.farm)::integer as "ofFarms",
      list_slice(coalesce(list(distinct trial.farm::varchar) filter (where trial.farm is not null), []), 1, 5) as farms
    from ${all} as trial group by channel, source order by channel, source`)
}
