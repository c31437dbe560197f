import type { Day } from '../../day'
import type { BoardScope } from '../board-scope'
import { trialsInScope } from '../board-scope'
import type { ConversionTerms } from '../conversion-terms'
import { isInState, unitsInScope } from '../conversion-units'
import type { MeasuredTrial } from '../measured-trial'
import { recordOf } from '../record-of'
import { isInSet } from '../set-membership'
import { dayOf } from '../time-zone'
import { newVisitors } from './new-visitors'
import { VISITOR_STATES } from './visitor-states'

/** What the five stages are computed from: trials, new visitors, and units of conversion. */
const STAGE_COUNTS = [
  'trials',
  'finished',
  'with-tasks',
  'tasks-done',
  'visitors',
  'matured-visitors',
  'returned',
  'young',
  'referred',
  'matured',
  'converted',
] as const
type StageCount = (typeof STAGE_COUNTS)[number]

export type StageCounts = Record<StageCount, number>

/** By the day on which the trial, or the first trial of the unit, began. Days on which none did are absent. */
export type StageDays = ReadonlyMap<Day, StageCounts>

export const noStageCounts = (): StageCounts => recordOf(STAGE_COUNTS, () => 0)

/** The oracle: counts by day. */
export function countStages(
  rows: readonly MeasuredTrial[],
  scope: BoardScope,
  terms: ConversionTerms,
): StageDays {
  const days = new Map<Day, StageCounts>()
  const count = ({ startedAt }: MeasuredTrial, names: readonly StageCount[]) => {
    const day = dayOf(startedAt, scope.timeZone)
    const counts = days.get(day) ?? noStageCounts()
    days.set(day, counts)
    for (const name of names) counts[name] += 1
  }
  for (const row of trialsInScope(rows, scope)) {
    const sets = (['finished', 'with-tasks', 'tasks-done'] as const).filter((name) =>
      isInSet({ name }, row, scope.clock),
    )
    count(row, ['trials', ...sets])
  }
  for (const { first, states } of newVisitors(rows, scope)) {
    count(first, [
      'visitors',
      ...VISITOR_STATES.filter((state) => states.includes(state)).map((state) =>
        state === 'matured' ? 'matured-visitors' : state,
      ),
    ])
  }
  for (const unit of unitsInScope(rows, scope, terms)) {
    count(
      unit.first,
      (['matured', 'converted'] as const).filter((state) => isInState(unit, state, scope.clock)),
    )
  }
  return days
}

/** The counts of several days as one. */
export function sumStages(parts: Iterable<StageCounts>): StageCounts {
  const sum = noStageCounts()
  for (const part of parts) for (const name of STAGE_COUNTS) sum[name] += part[name]
  return sum
}
