import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Bin } from '~/domain/insight/bins'
import type { Measuring } from '~/domain/insight/board-scope'
import type { SetFamily, TalliedFamily } from '~/domain/insight/trial-set'
import { isDropped } from './is-dropped'

type Keys = (by: Measuring) => SQL

/**
 * The keys of a row of `trial` in the families that demo boards count, a list of texts; lists and counts both use it. In
 * those of paths a key may stand twice. The oracle is `keysIn`.
 */
export const TALLIED_FAMILY_KEYS: Readonly<Record<TalliedFamily, Keys>> = {
  entered: () => sql`trial.path`,
  'dropped-at': (by) => sql`case when ${isDropped(by)} then ${WHERE_LAST_ON_PATH} else [] end`,
  edge: ({ rules }) => sql`
    list_transform(range(1, len(trial.path)),
      lambda place: trial.path[place] || ${rules.stepMark} || trial.path[place + 1])`,
  path: ({ rules }) => keyWhen(sql`len(trial.path) > 0`, sql`array_to_string(trial.path, ${rules.stepMark})`),
  'task-offered': () => sql`trial.task_ids`,
  'task-done': () =>
    sql`list_filter(trial.task_ids, lambda task, place: trial.task_done_ms[place] is not null)`,
  stars: () => keyWhen(sql`trial.stars is not null`, sql`trial.stars::varchar`),
  score: ({ rules }) => keyWhen(sql`trial.score is not null`, binOf(sql`trial.score`, rules.scoreBins)),
  minutes: ({ rules }) => keyWhen(sql`true`, binOf(sql`trial.active_ms`, rules.durationBins)),
  farm: () => keyWhen(sql`trial.farm is not null`, sql`trial.farm::varchar`),
}

/** The same in every family. */
export const FAMILY_KEYS: Readonly<Record<SetFamily, Keys>> = {
  ...TALLIED_FAMILY_KEYS,
  'begun-at': () => sql`trial.path[:1]`,
  'ended-at': () => sql`trial.path[-1:]`,
  'stood-at': () => sql`
    case when len(trial.path_at_ms) = len(trial.path) then list_filter(trial.path,
      lambda state, place: greatest(list_max(trial.path_at_ms), trial.wall_ms) > trial.path_at_ms[place]) else [] end`,
}

/** Families whose keys follow from the path alone: trials of one path are counted together. */
export const PATH_FAMILIES: readonly SetFamily[] = ['entered', 'edge', 'path']

const keyWhen = (condition: SQL, key: SQL): SQL => sql`case when ${condition} then [${key}] else [] end`

const WHERE_LAST_ON_PATH = keyWhen(sql`list_contains(trial.path, trial.last_state)`, sql`trial.last_state`)

/** The key of a value's bar. */
function binOf(value: SQL, bins: readonly Bin[]): SQL {
  const bars = [...bins].reverse().map(({ from, key }) => sql`when ${value} >= ${from} then ${key}`)
  return sql`case ${sql.join(bars, sql` `)} end`
}
