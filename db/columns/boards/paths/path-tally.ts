import { sql } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { PathTally } from '~/domain/insight/path-figures'
import type { ColumnsReader } from '../../columns-reader'
import { scopedTrials } from '../scoped-trials'
import { PLAIN_SET_CONDITIONS } from '../trial-set'

/** The most taken paths of the scope, and how their trials did. The oracle is `tallyPaths`. */
export async function readPathTally(
  reader: ColumnsReader,
  scope: BoardScope,
  limit: number,
): Promise<PathTally[]> {
  return reader.rows(sql`
    with keyed as materialized (
      select array_to_string(trial.path, ${scope.rules.stepMark}) as key, trial.active_ms, trial.score, trial.outcome
      from ${scopedTrials(reader, scope)} as trial where len(trial.path) > 0),
    frequent as (select key from keyed group by key order by count(*) desc, key limit ${limit})
    select trial.key, count(*)::integer as trials,
      (count(*) filter (where ${PLAIN_SET_CONDITIONS.finished(scope)}))::integer as finished,
      quantile_cont(trial.active_ms, 0.5)::double as "activeMs", count(trial.score)::integer as scored,
      quantile_cont(trial.score, 0.5)::double as score
    from keyed as trial where trial.key in (from frequent) group by trial.key order by trials desc, trial.key`)
}
