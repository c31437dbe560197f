import { attemptsOf, compareAttempts, inTime, type Attempt } from './attempt'
import { propOf, type FunnelEvent, type PropValue } from './funnel-history'
import type { FunnelBreakdown, FunnelQuery, FunnelUnit } from './funnel-query'
import { compareGroups, stepsOf, type FunnelGroup, type FunnelResult } from './funnel-result'
import { momentOf, type Moment } from './moment'

/** How far one unit got, with all that it did. */
interface Run {
  attempt: Attempt
  moments: readonly Moment[]
}

/** The definition of a funnel, by which every other implementation is judged. */
export function funnel(history: readonly FunnelEvent[], query: FunnelQuery): FunnelResult {
  const runs = unitsOf(history, query).flatMap((moments) => {
    const attempt = winningAttempt(moments, query)
    return attempt ? [{ attempt, moments }] : []
  })
  const steps = stepsOf(runs.map(instantsOf), query.steps.length)
  return query.breakdown
    ? { steps, breakdown: groupsOf(runs, query.breakdown, query.steps.length) }
    : { steps }
}

/** The events of each unit, by time. An event that belongs to none is left out. */
function unitsOf(history: readonly FunnelEvent[], query: FunnelQuery): Moment[][] {
  const units = new Map<string, Moment[]>()
  history.forEach((event, position) => {
    const unit = unitOf(event, query.unit)
    if (unit === null) return
    const moments = units.get(unit) ?? []
    moments.push(momentOf(event, position, query))
    units.set(unit, moments)
  })
  return [...units.values()].map(inTime)
}

/** A trial is one visitor's; an account has many visitors. */
function unitOf(event: FunnelEvent, unit: FunnelUnit): string | null {
  if (unit === 'visitor') return event.visitor
  const name = propOf(event, unit)
  if (name === null) return null
  return JSON.stringify(unit === 'trial' ? [event.visitor, name] : name)
}

/** Null for a unit that counts at no step. */
function winningAttempt(moments: readonly Moment[], query: FunnelQuery): Attempt | null {
  const { openers, kept } = attemptsOf(moments, query)
  const [first] = openers
  if (kept.length > 0) return [...kept].sort(compareAttempts)[0] ?? null
  return query.order === 'unordered' && first ? [first] : null
}

const instantsOf = ({ attempt }: Run) => attempt.map(({ at }) => at)

function groupsOf(runs: readonly Run[], by: FunnelBreakdown, steps: number): FunnelGroup[] {
  const counted = by.by === 'step' ? runs.filter(({ attempt }) => attempt.length >= by.step) : runs
  const groups = new Map<PropValue | null, Run[]>()
  for (const run of counted) {
    const value = valueOf(run, by)
    const members = groups.get(value) ?? []
    members.push(run)
    groups.set(value, members)
  }
  return [...groups]
    .map(([value, members]) => ({ value, steps: stepsOf(members.map(instantsOf), steps) }))
    .sort(compareGroups)
}

function valueOf({ attempt, moments }: Run, by: FunnelBreakdown): PropValue | null {
  if (by.by === 'step') {
    const filled = attempt[by.step - 1]
    return filled ? propOf(filled.event, by.prop) : null
  }
  const touched = moments.find(({ event }) => propOf(event, by.prop) !== null)
  return touched ? propOf(touched.event, by.prop) : null
}
