import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { KeyCounts } from '~/domain/insight/key-counts'
import type { TalliedFamily } from '~/domain/insight/trial-set'
import type { ColumnsReader } from '../columns-reader'
import { courses } from '../views'
import { COURSE_FAMILIES, COURSE_KEYS, KEY_FAMILIES, TRIAL_KEYS } from './family-keys'
import type { CourseFamily, KeyFamily } from './family-keys'
import { isDropped } from './is-dropped'
import { mapValues } from './map-values'
import { scopedTrials } from './scoped-trials'

/** There can be as many paths as trials, so only the most frequent are read. */
const PATHS_READ = 200

/** Trials of the scope by their keys in every family; of paths the most frequent alone, ties in order of the key. */
export async function readCountsByFamily(
  reader: ColumnsReader,
  scope: BoardScope,
): Promise<Record<TalliedFamily, KeyCounts>> {
  const rows = await reader.rows<{ family: TalliedFamily; key: string; count: number }>(sql`
    with counted as (
      select trial.course, count(*) as trials from ${scopedTrials(reader, scope)} as trial group by trial.course),
    followed as materialized (
      select course.*, counted.trials from counted join ${courses} as course on course.number = counted.course)
    ${sql.join(
      [
        ...COURSE_FAMILIES.map((family) => countByCourse(scope, family)),
        ...KEY_FAMILIES.map((family) => countByKey(reader, scope, family)),
        countDropped(reader, scope),
      ],
      sql` union all `,
    )}`)
  const counts = mapValues(
    { ...COURSE_KEYS, ...TRIAL_KEYS, 'dropped-at': null },
    () => new Map<string, number>(),
  )
  for (const { family, key, count } of rows) counts[family].set(key, count)
  return counts
}

function countByCourse(scope: BoardScope, family: CourseFamily): SQL {
  return sql`(
    select ${family} as family, key, sum(trials)::integer as count
    from (select unnest(list_distinct(${COURSE_KEYS[family](scope)})) as key, trials from followed as course)
    group by key ${family === 'path' ? sql`order by count desc, key limit ${PATHS_READ}` : sql``})`
}

function countByKey(reader: ColumnsReader, scope: BoardScope, family: KeyFamily): SQL {
  return sql`(
    select ${family} as family, ${TRIAL_KEYS[family](scope)} as key, count(*)::integer as count
    from ${scopedTrials(reader, scope)} as trial group by key having key is not null)`
}

/** By the last state of dropped trials, when it is on their path. */
function countDropped(reader: ColumnsReader, scope: BoardScope): SQL {
  return sql`(
    select 'dropped-at' as family, stopped.last_state as key, sum(stopped.trials)::integer as count
    from (
      select trial.course, trial.last_state, count(*) as trials
      from ${scopedTrials(reader, scope)} as trial where ${isDropped(scope)} group by all) as stopped
    join ${courses} as course on course.number = stopped.course
    where list_contains(course.path, stopped.last_state) group by key)`
}
