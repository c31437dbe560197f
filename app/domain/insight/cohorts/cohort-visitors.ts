import { matchesFilter } from '../board-filter'
import type { BoardScope } from '../board-scope'
import { unitsInScope } from '../conversion-units'
import type { MeasuredTrial } from '../measured-trial'
import { RETURN_MS } from '../stages/visitor-states'
import { dayOf } from '../time-zone'
import { WEEKS, type CohortMeasure, type CohortSet } from './cohort-terms'

/** A new visitor and what became of them, by weeks after their first trial. */
interface FollowedVisitor {
  first: MeasuredTrial
  /** The weeks in which they came back. */
  returns: ReadonlySet<number>
  /** When they first began another demo, and when a colleague first came after them; infinite when it did not happen. */
  secondAt: number
  invitedAt: number
}

type Scope = Pick<BoardScope, 'filter' | 'range' | 'clock' | 'timeZone' | 'rules'>

const EVER = { from: null, until: null }

/** The oracle: the visitors whose first unflagged trial is in the scope, as retention counts them. */
export function cohortVisitors(rows: readonly MeasuredTrial[], scope: Scope): FollowedVisitor[] {
  const filter = { flagged: false, simulated: scope.filter.simulated }
  const counted = rows.filter((row) => matchesFilter(row, filter, EVER))
  return unitsInScope(rows, scope, { unit: 'visitor' }).map(({ first }) => {
    const own = counted.filter((row) => row.visitorId === first.visitorId)
    return {
      first,
      returns: new Set(own.flatMap((row) => returnWeeks(row, first, scope))),
      secondAt: earliest(own, (row) => row.restartedFrom === null && row.demoSlug !== first.demoSlug, first),
      invitedAt: invitedAt(counted, first),
    }
  })
}

/** Weeks in which a trial brought its visitor back: by beginning without a restart, or by a state entered on a later day. */
function returnWeeks(row: MeasuredTrial, first: MeasuredTrial, { timeZone }: Scope): number[] {
  const start = first.startedAt.getTime()
  const began = row.startedAt.getTime()
  const firstDay = dayOf(first.startedAt, timeZone)
  const later = [0, ...row.pathAt]
    .map((ms) => began + ms)
    .filter((at) => dayOf(new Date(at), timeZone) > firstDay)
  return [...(row.restartedFrom === null ? [began] : []), ...later]
    .filter((at) => at > start)
    .map((at) => Math.ceil((at - start) / RETURN_MS))
}

function earliest(
  rows: readonly MeasuredTrial[],
  isIt: (row: MeasuredTrial) => boolean,
  after: MeasuredTrial,
): number {
  const start = after.startedAt.getTime()
  return Math.min(
    Infinity,
    ...rows
      .filter(isIt)
      .map((row) => row.startedAt.getTime())
      .filter((at) => at > start),
  )
}

/** The first trial of a colleague who had none before. */
function invitedAt(counted: readonly MeasuredTrial[], first: MeasuredTrial): number {
  if (first.account === null) return Infinity
  const firsts = new Map<string, number>()
  for (const row of counted) {
    if (row.account !== first.account || row.visitorId === first.visitorId) continue
    firsts.set(row.visitorId, Math.min(firsts.get(row.visitorId) ?? Infinity, row.startedAt.getTime()))
  }
  return Math.min(Infinity, ...[...firsts.values()].filter((at) => at > first.startedAt.getTime()))
}

/** Whether a visitor is in a set: their week is over, and in it, or by its end, it happened. */
export function isInCohort(
  { first, returns, secondAt, invitedAt }: FollowedVisitor,
  { cohort, week }: CohortSet,
  { clock }: Pick<Scope, 'clock'>,
): boolean {
  const end = first.startedAt.getTime() + week * RETURN_MS
  if (clock.now.getTime() <= end) return false
  const happened: Record<CohortMeasure | 'followed', boolean> = {
    followed: true,
    returned: returns.has(week),
    'second-demo': secondAt <= end,
    invited: invitedAt <= end,
  }
  return happened[cohort]
}

/** All sets of a week. */
export const ALL_COHORT_SETS: readonly CohortSet[] = WEEKS.flatMap((week) =>
  (['followed', 'returned', 'second-demo', 'invited'] as const).map((cohort) => ({ cohort, week })),
)
