import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope, Measuring } from '~/domain/insight/board-scope'
import type { ConversionSet, ConversionState } from '~/domain/insight/conversion-terms'
import type { NarrowSet, PlainSet, TrialSet } from '~/domain/insight/trial-set'
import type { ColumnsReader } from '../columns-reader'
import { trialsAt } from '../views'
import { cohortCondition, cohortVisitorsOf } from './cohorts/cohort-visitors'
import { creditedTrials } from './channels/credited-trials'
import { hasKey } from './family-keys'
import { isDropped } from './is-dropped'
import { conversionUnits, measuredTrials, unitAmounts } from './measured-trials'
import { isInFlowSet } from './paths/flow-set'
import { scopedTrials } from './scoped-trials'
import { newVisitorTrials, VISITOR_CONDITIONS } from './stages/new-visitors'

/**
 * The trials of a scope that belong to the set, a subquery of the columns of `trialsAt`. Every count and list of a set
 * uses it.
 */
export function trialsInSet(reader: ColumnsReader, scope: BoardScope, set: TrialSet): SQL {
  if ('unit' in set) {
    const isIn = STATE_CONDITIONS[set.state](scope)
    return sql`(
      from ${trialsAt(reader)} as trial where trial.number in (
        select trial.number from ${conversionUnits(reader, scope, set)} as trial where ${isIn})
        and ${hasCurrency(reader, scope, set)})`
  }
  if ('visitors' in set) {
    return sql`(
      from ${trialsAt(reader)} as trial where trial.number in (
        select trial.number from ${newVisitorTrials(reader, scope)} as trial
        where ${VISITOR_CONDITIONS[set.visitors]}))`
  }
  if ('cohort' in set) {
    return sql`(
      from ${trialsAt(reader)} as trial where trial.number in (
        select trial.number from ${cohortVisitorsOf(reader, scope)} as trial where ${cohortCondition(scope, set)}))`
  }
  if ('credited' in set) return creditedTrials(reader, scope, set)
  const scoped = scopedTrials(reader, scope)
  if ('name' in set) return trialsInPlainSet(reader, scope, set.name)
  if ('plain' in set) {
    const trials = trialsInPlainSet(reader, scope, set.plain)
    return sql`(select trial.* from ${trials} as trial where ${narrowCondition(scope, set.among, scoped)})`
  }
  return sql`(select trial.* from ${scoped} as trial where ${narrowCondition(scope, set, scoped)})`
}

/** Whether the unit that a trial begins has a value in one of the currencies of the set. */
function hasCurrency(reader: ColumnsReader, scope: BoardScope, { currencies, ...terms }: ConversionSet): SQL {
  if (currencies === undefined) return sql`true`
  const wanted = sql.join(
    currencies.map((code) => sql`${code}`),
    sql`, `,
  )
  return sql`trial.number in (
    select amount.number from ${unitAmounts(reader, scope, terms)} as amount where amount.currency in (${wanted}))`
}

function trialsInPlainSet(reader: ColumnsReader, scope: BoardScope, name: PlainSet): SQL {
  const isIn = PLAIN_SET_CONDITIONS[name](scope)
  if (name in OWN_SET_CONDITIONS) {
    return sql`(select trial.* from ${scopedTrials(reader, scope)} as trial where ${isIn})`
  }
  return sql`(
    select trial.* exclude (converted_ms, asked, has_value) from ${measuredTrials(reader, scope)} as trial where ${isIn})`
}

/** When a row of `trial` belongs to the set; `scoped` are the trials of the scope. */
function narrowCondition(scope: BoardScope, set: NarrowSet, scoped: SQL): SQL {
  if ('flow' in set) return isInFlowSet(set, scoped)
  if ('begun' in set) {
    const { from, until } = set.begun
    return sql`(trial.started_ms >= ${from} and trial.started_ms < ${until})`
  }
  return hasKey(scope, set.family, set.key)
}

type Condition = (by: Measuring) => SQL

/** Past its window. The last instant of the window still belongs to it. */
const isMatured: Condition = ({ clock: { now, conversionWindowMs } }) =>
  sql`(${now.getTime()} - trial.started_ms > ${conversionWindowMs})`

const isConverted: Condition = ({ clock: { conversionWindowMs } }) =>
  sql`coalesce(trial.converted_ms - trial.started_ms <= ${conversionWindowMs}, false)`

/** When a row of `conversionUnits` is in each state. The oracle is `isInState`. */
export const STATE_CONDITIONS: Readonly<Record<ConversionState, Condition>> = {
  all: () => sql`true`,
  matured: isMatured,
  converted: (by) => sql`(${isMatured(by)} and ${isConverted(by)})`,
  early: (by) => sql`(not ${isMatured(by)} and ${isConverted(by)})`,
  open: (by) => sql`(not ${isMatured(by)} and not ${isConverted(by)})`,
  asked: () => sql`trial.asked`,
  valued: (by) => sql`(${isMatured(by)} and trial.has_value)`,
  unvalued: (by) => sql`(${isMatured(by)} and ${isConverted(by)} and not trial.has_value)`,
  'early-valued': (by) => sql`(not ${isMatured(by)} and trial.has_value)`,
}

/** Plain sets that follow from the trial alone. */
export const OWN_SET_CONDITIONS = {
  started: () => sql`true`,
  finished: () => sql`coalesce(trial.outcome = 'success', false)`,
  ended: () => sql`coalesce(trial.outcome = 'other', false)`,
  dropped: isDropped,
  running: (by) => sql`(trial.outcome is null and not ${isDropped(by)})`,
  'way-known': () => sql`trial.detours is not null`,
  detoured: () => sql`coalesce(trial.detours > 0, false)`,
  'ideal-way': () => sql`coalesce(trial.outcome = 'success' and trial.detours = 0, false)`,
  hinted: () => sql`trial.hints > 0`,
  rated: () => sql`trial.stars is not null`,
  scored: () => sql`trial.score is not null`,
  'with-tasks': () => sql`trial.tasks_offered > 0`,
  'tasks-done': () => sql`(trial.tasks_offered > 0 and trial.tasks_done = trial.tasks_offered)`,
  'with-steps': () => sql`(trial.detours is not null and trial.steps > 0)`,
  simulated: () => sql`trial.simulated`,
  flagged: () => sql`trial.flagged`,
} satisfies Partial<Record<PlainSet, Condition>>

const { all: _all, ...GOAL_SET_CONDITIONS } = STATE_CONDITIONS

/** When a row of `measuredTrials` belongs to each plain set. The oracle is `isInSet`. */
export const PLAIN_SET_CONDITIONS: Readonly<Record<PlainSet, Condition>> = {
  ...OWN_SET_CONDITIONS,
  ...GOAL_SET_CONDITIONS,
}
