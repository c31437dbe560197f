import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Bin } from '~/domain/insight/bins'
import type { Measuring } from '~/domain/insight/board-scope'
import type { SetFamily, TalliedFamily } from '~/domain/insight/trial-set'
import { courses } from '../views'
import { isDropped } from './is-dropped'
import { keysOf } from './map-values'

type Keys = (by: Measuring) => SQL

/** Families whose keys follow from the course of a trial. */
export type CourseFamily = 'entered' | 'edge' | 'path' | 'task-offered' | 'task-done'
/** Families in which a trial has one key at most, which stands in its row. */
export type KeyFamily = Exclude<TalliedFamily, CourseFamily | 'dropped-at'>

/** The keys of a row of `course` in families that demo boards count, a list of texts in which one may stand twice. */
export const COURSE_KEYS: Readonly<Record<CourseFamily, Keys>> = {
  entered: () => sql`course.path`,
  edge: ({ rules }) => sql`
    list_transform(range(1, len(course.path)),
      lambda place: course.path[place] || ${rules.stepMark} || course.path[place + 1])`,
  path: ({ rules }) => sql`
    case when len(course.path) > 0 then [array_to_string(course.path, ${rules.stepMark})] else [] end`,
  'task-offered': () => sql`course.task_ids`,
  'task-done': () => sql`course.done_tasks`,
}

/** The key of a row of `trial` in the others that demo boards count, a text; null when it has none. */
export const TRIAL_KEYS: Readonly<Record<KeyFamily, Keys>> = {
  stars: () => sql`trial.stars::varchar`,
  score: ({ rules }) => binOf(sql`trial.score`, rules.scoreBins),
  minutes: ({ rules }) => binOf(sql`trial.active_ms`, rules.durationBins),
  farm: () => sql`trial.farm::varchar`,
}

export const COURSE_FAMILIES = keysOf(COURSE_KEYS)
export const KEY_FAMILIES = keysOf(TRIAL_KEYS)

/** Those by which lists are chosen alone. */
export const LISTED_COURSE_KEYS = {
  'begun-at': () => sql`course.path[:1]`,
  'ended-at': () => sql`course.path[-1:]`,
} satisfies Partial<Record<SetFamily, Keys>>

const KEYS_BY_COURSE: Readonly<Partial<Record<SetFamily, Keys>>> = { ...COURSE_KEYS, ...LISTED_COURSE_KEYS }

const STOOD_AT = sql`
  case when len(trial.path_at_ms) = len(trial.path) then list_filter(trial.path,
    lambda state, place: greatest(list_max(trial.path_at_ms), trial.wall_ms) > trial.path_at_ms[place]) else [] end`

/** Whether a row of `trial` has the key in a family. The oracle is `keysIn`. */
export function hasKey(by: Measuring, family: SetFamily, key: string): SQL {
  const ofCourse = KEYS_BY_COURSE[family]
  if (ofCourse) {
    return sql`trial.course in (
      select course.number from ${courses} as course where list_contains(${ofCourse(by)}, ${key}))`
  }
  if (family === 'dropped-at')
    return sql`(trial.last_state = ${key} and ${isDropped(by)} and ${hasKey(by, 'entered', key)})`
  const ofTrial = isKeyFamily(family) ? sql`[${TRIAL_KEYS[family](by)}]` : STOOD_AT
  return sql`list_contains(${ofTrial}, ${key})`
}

const isKeyFamily = (family: SetFamily): family is KeyFamily => Object.hasOwn(TRIAL_KEYS, family)

/** The key of a value's bar; null without a value. */
function binOf(value: SQL, bins: readonly Bin[]): SQL {
  const bars = [...bins].reverse().map(({ from, key }) => sql`when ${value} >= ${from} then ${key}`)
  return sql`case ${sql.join(bars, sql` `)} end`
}
