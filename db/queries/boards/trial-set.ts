import { and, eq, gt, isNotNull, isNull, not, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { conversion } from '#db/schema/conversion'
import { rating, trial } from '#db/schema/trial'
import type { BoardScope, Measuring } from '~/domain/insight/board-scope'
import type { Bin } from '~/domain/insight/bins'
import type { PlainSet, RowSet, SetFamily, TrialSet } from '~/domain/insight/trial-set'
import { beginsUnitOf, isConfirmed } from './conversion-units'
import { instantLiteral, intervalLiteral } from './instants'
import { flaggedCondition, simulatedCondition } from './trial-filter'

/** True for the rows of `trial` in a scope that belong to the set. Every count and list uses it. */
export function belongsTo(set: TrialSet, scope: BoardScope): SQL {
  return 'unit' in set ? beginsUnitOf(set, scope) : setCondition(set, scope)
}

/** As `belongsTo`, for sets that are decided by one trial alone. The oracle is `isInSet`. */
export function setCondition(set: RowSet, by: Measuring): SQL {
  if ('name' in set) return PLAIN_SET_CONDITIONS[set.name](by)
  return sql`exists (select from (${setKeys(set.family, by)}) as member(key) where member.key = ${set.key})`
}

/** The distinct keys of a row of `trial` in a family: a subquery of one text column. Lists and counts both use it. */
export function setKeys(family: SetFamily, by: Measuring): SQL {
  return SET_FAMILY_KEYS[family](by)
}

type Fragment = (by: Measuring) => SQL

const isDropped: Fragment = ({ clock, rules }) =>
  sql`(${trial.outcome} is null and ${instantLiteral(clock.now)} - ${trial.lastEventAt} > ${intervalLiteral(rules.idleMs)})`

/** A goal reached inside the window, confirmed or reported by the browser. Served by conversion_trial_idx. */
const reached = (told: SQL, { clock: { now, conversionWindowMs } }: Measuring): SQL => sql`exists (
  select from ${conversion}
  where ${conversion.visitorId} = ${trial.visitorId} and ${conversion.trialId} = ${trial.id}
    and ${conversion.withdrawnAt} is null and ${told}
    and ${conversion.at} >= ${trial.startedAt} and ${conversion.at} <= ${instantLiteral(now)}
    and ${conversion.at} <= ${trial.startedAt} + ${intervalLiteral(conversionWindowMs)})`

const isConverted: Fragment = (by) => reached(isConfirmed, by)

/** Past its window. The last instant of the window still belongs to it. */
const isMatured: Fragment = ({ clock: { now, conversionWindowMs } }) =>
  sql`(${instantLiteral(now)} - ${trial.startedAt} > ${intervalLiteral(conversionWindowMs)})`

/** Served by the primary key of `rating`. */
const isRated: Fragment = () => sql`exists (
  select from ${rating} where ${rating.visitorId} = ${trial.visitorId} and ${rating.trialId} = ${trial.id})`

/** When a row of `trial` belongs to each plain set. */
export const PLAIN_SET_CONDITIONS: Readonly<Record<PlainSet, Fragment>> = {
  started: () => sql`true`,
  finished: () => sql`coalesce(${eq(trial.outcome, 'success')}, false)`,
  ended: () => sql`coalesce(${eq(trial.outcome, 'other')}, false)`,
  dropped: isDropped,
  running: (by) => and(isNull(trial.outcome), not(isDropped(by))) ?? sql`false`,
  'way-known': () => isNotNull(trial.detours),
  detoured: () => sql`coalesce(${gt(trial.detours, 0)}, false)`,
  'ideal-way': () => sql`coalesce(${trial.outcome} = 'success' and ${trial.detours} = 0, false)`,
  hinted: () => gt(trial.hints, 0),
  rated: isRated,
  converted: (by) => sql`(${isMatured(by)} and ${isConverted(by)})`,
  early: (by) => sql`(not ${isMatured(by)} and ${isConverted(by)})`,
  matured: isMatured,
  open: (by) => sql`(not ${isMatured(by)} and not ${isConverted(by)})`,
  asked: (by) => reached(not(isConfirmed), by),
  simulated: ({ rules }) => simulatedCondition(rules),
  flagged: ({ rules }) => flaggedCondition(rules),
}

/** The keys of a row of `trial` in each family. */
export const SET_FAMILY_KEYS: Readonly<Record<SetFamily, Fragment>> = {
  entered: () => sql`select distinct unnest(${trial.path})`,
  'dropped-at': (by) =>
    sql`select ${trial.lastState} where ${isDropped(by)} and ${trial.lastState} = any(${trial.path})`,
  edge: ({ rules }) => sql`
    select distinct ${trial.path}[step] || ${rules.stepMark} || ${trial.path}[step + 1]
    from generate_series(1, cardinality(${trial.path}) - 1) as step`,
  path: ({ rules }) =>
    sql`select array_to_string(${trial.path}, ${rules.stepMark}) where cardinality(${trial.path}) > 0`,
  'task-offered': () => sql`select jsonb_object_keys(${trial.tasks})`,
  'task-done': () => sql`select task.key from jsonb_each(${trial.tasks}) as task where task.value <> 'null'`,
  stars: () => sql`
    select ${rating.stars}::text from ${rating}
    where ${rating.visitorId} = ${trial.visitorId} and ${rating.trialId} = ${trial.id}`,
  score: ({ rules }) => binKey(sql`${trial.score}`, rules.scoreBins),
  minutes: ({ rules }) => binKey(sql`${trial.activeMs}`, rules.durationBins),
  farm: () => sql`select ${trial.farmId}::text where ${trial.farmId} is not null`,
}

function binKey(value: SQL, bins: readonly Bin[]): SQL {
  const keys = `{${bins.map((bin) => bin.key).join(',')}}`
  const bounds = `{${bins.map((bin) => bin.from).join(',')}}`
  return sql`
    select bin.key from (select (${keys}::text[])[width_bucket(${value}::bigint, ${bounds}::bigint[])]) as bin(key)
    where bin.key is not null`
}
