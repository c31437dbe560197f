import type { BoardScope } from '../board-scope'
import { matchesFilter } from '../board-filter'
import { unitsInScope } from '../conversion-units'
import type { MeasuredTrial } from '../measured-trial'
import { dayOf } from '../time-zone'
import { RETURN_MS, type VisitorState } from './visitor-states'

/** A visitor by their first unflagged trial, and the states that they are in. */
export interface NewVisitor {
  first: MeasuredTrial
  states: VisitorState[]
}

type Scope = Pick<BoardScope, 'filter' | 'range' | 'clock' | 'timeZone' | 'rules'>

/** The oracle: the visitors whose first trial is in the scope, as conversion counts them by visitor. */
export function newVisitors(rows: readonly MeasuredTrial[], scope: Scope): NewVisitor[] {
  const counted = rows.filter((row) => matchesFilter(row, countedOf(scope), EVER))
  return unitsInScope(rows, scope, { unit: 'visitor' }).map(({ first }) => ({
    first,
    states: statesOf(first, counted, scope),
  }))
}

const EVER = { from: null, until: null }

/** What a visitor does later counts whatever the demo, plan or channel of it. */
const countedOf = ({ filter }: Scope) => ({ flagged: false, simulated: filter.simulated })

function statesOf(first: MeasuredTrial, counted: readonly MeasuredTrial[], scope: Scope): VisitorState[] {
  const isMatured = scope.clock.now.getTime() - first.startedAt.getTime() > RETURN_MS
  return [
    isMatured ? 'matured' : 'young',
    ...(isMatured && counted.some((row) => isReturn(row, first, scope)) ? (['returned'] as const) : []),
    ...(isReferred(first, counted) ? (['referred'] as const) : []),
  ]
}

/** Another trial that is no restart, or a state entered on a later day, within the days to return. */
function isReturn(row: MeasuredTrial, first: MeasuredTrial, { timeZone }: Scope): boolean {
  if (row.visitorId !== first.visitorId) return false
  const start = first.startedAt.getTime()
  const isInTime = (at: number) => at > start && at - start <= RETURN_MS
  const began = row.startedAt.getTime()
  if (row.restartedFrom === null && isInTime(began)) return true
  const firstDay = dayOf(first.startedAt, timeZone)
  return [0, ...row.pathAt]
    .map((ms) => began + ms)
    .some((at) => isInTime(at) && dayOf(new Date(at), timeZone) > firstDay)
}

/** By a link that somebody shared, or after somebody else of the same account. */
function isReferred(first: MeasuredTrial, counted: readonly MeasuredTrial[]): boolean {
  if (first.touch?.share) return true
  if (first.account === null) return false
  return counted.some(
    (row) =>
      row.account === first.account && row.visitorId !== first.visitorId && row.startedAt < first.startedAt,
  )
}
