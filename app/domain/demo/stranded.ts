import { explainSteps } from './explain'
import { eventsTo, leadingTo, type Configuration, type Exploration } from './explore'
import type { ExploredRun } from './explored-run'
import { firstLocale } from './first-locale'
import { localize } from '../text'
import type { Problem } from './problem'
import type { Run } from './run-state'

/** Most places that one proof names; the first ones are the shortest to reach. */
const MAX_PLACES = 5

/**
 * Indexes of the explored configurations, endings aside, from which no success can be reached. What was not followed to its
 * end may still lead there, so it is never counted: each one returned is certain.
 */
export function strandedConfigurations(exploration: Exploration): number[] {
  const open = exploration.configurations.filter((one) => one.ending === 'success' || !one.expanded)
  const leading = leadingTo(
    exploration,
    open.map((one) => one.index),
  )
  return exploration.configurations.flatMap(({ index, ending }) =>
    ending === null && !leading.has(index) ? [index] : [],
  )
}

/**
 * Where the way to success is lost: one problem a place (a set of states), with the shortest way there in plain words. Only
 * the step that loses it is named, not everything behind it.
 */
export function strandedProblems(explored: ExploredRun): Problem[] {
  const { exploration } = explored
  const stranded = new Set(strandedConfigurations(exploration))
  const places = new Map<string, Configuration[]>()
  for (const index of stranded) {
    const one = exploration.configurations[index]
    if (!one || (one.parent !== null && stranded.has(one.parent))) continue
    const key = one.states.join(' ')
    places.set(key, [...(places.get(key) ?? []), one])
  }
  const groups = [...places.values()]
  return groups.slice(0, MAX_PLACES).map((group, position) => {
    const left = position === MAX_PLACES - 1 ? groups.length - MAX_PLACES : 0
    return strandedProblem(explored, group, left)
  })
}

function strandedProblem(explored: ExploredRun, group: Configuration[], left: number): Problem {
  const { start, exploration } = explored
  const nearest = group[0] ?? { index: 0, states: [], successors: [] }
  const names = nearest.states.map((id) => `“${titleOf(start, id)}”`).join(', ')
  const deadEnd = nearest.successors.length === 0 ? 'nothing can be done here and ' : ''
  const times = group.length > 1 ? ` (in ${group.length} ways)` : ''
  const more = left > 0 ? ` ${left} more places like this were found.` : ''
  return {
    code: 'stranded',
    at: nearest.states.map((id) => start.compiled.states.get(id)?.at).at(0) ?? 'machine',
    message: `On ${names} ${deadEnd}success can no longer be reached${times}. Add a way on or back, or a guard before this step.${more}`,
    severity: 'error',
    steps: explainSteps(start, eventsTo(exploration, nearest.index)),
  }
}

function titleOf({ compiled }: Run, id: string): string {
  return localize(compiled.states.get(id)?.title ?? { en: id }, firstLocale(compiled.demo))
}
