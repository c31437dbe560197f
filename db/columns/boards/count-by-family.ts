import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { KeyCounts } from '~/domain/insight/key-counts'
import type { TalliedFamily } from '~/domain/insight/trial-set'
import type { ColumnsReader } from '../columns-reader'
import { PATH_FAMILIES, TALLIED_FAMILY_KEYS } from './family-keys'
import { keysOf, mapValues } from './map-values'
import { scopedTrials } from './scoped-trials'

/** There can be as many paths as trials, so only the most frequent are read. */
const PATHS_READ = 200

/** Trials of the scope by their keys in every family; of paths the most frequent alone, ties in order of the key. */
export async function readCountsByFamily(
  reader: ColumnsReader,
  scope: BoardScope,
): Promise<Record<TalliedFamily, KeyCounts>> {
  const mark = scope.rules.stepMark
  const families = keysOf(TALLIED_FAMILY_KEYS).map((family) => countKeys(reader, scope, family))
  const rows = await reader.rows<{ family: TalliedFamily; key: string; count: number }>(sql`
    with path_text as (
      select array_to_string(trial.path, ${mark}) as path, count(*) as trials
      from ${scopedTrials(reader, scope)} as trial where len(trial.path) > 0 group by all),
    path_count as materialized (select string_split(path, ${mark}) as path, trials from path_text)
    ${sql.join(families, sql` union all `)}`)
  const counts = mapValues(TALLIED_FAMILY_KEYS, () => new Map<string, number>())
  for (const { family, key, count } of rows) counts[family].set(key, count)
  return counts
}

function countKeys(reader: ColumnsReader, scope: BoardScope, family: TalliedFamily): SQL {
  const keys = TALLIED_FAMILY_KEYS[family](scope)
  const from = PATH_FAMILIES.includes(family)
    ? sql`select unnest(list_distinct(${keys})) as key, trial.trials from path_count as trial`
    : sql`select unnest(${keys}) as key, 1 as trials from ${scopedTrials(reader, scope)} as trial`
  return sql`(
    select ${family} as family, key, sum(trials)::integer as count from (${from}) group by key
    ${family === 'path' ? sql`order by count desc, key limit ${PATHS_READ}` : sql``})`
}
