import { eventsTo, leadingTo, type Configuration, type Exploration } from './explore'
import type { ExploredRun } from './explored-run'
import type { Finding } from './finding'
import { parallelBlock } from './problems/parallel-problems'

/** Most places that one proof reports; the first ones are the nearest to the start. */
const MAX_PLACES = 5

/**
 * Indexes of the explored configurations, endings aside, from which no success can be reached. A configuration that
 * was not expanded may still lead to one, so each index returned is certain.
 */
export function findDeadEnds(exploration: Exploration): number[] {
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
 * Where success becomes unreachable: one finding for each place (a set of states), with the shortest way there. Only
 * the step that loses it is reported, not everything behind it. `stranded` comes from `findDeadEnds`.
 */
export function deadEndProblems(explored: ExploredRun, stranded: ReadonlySet<number>): Finding[] {
  const { exploration } = explored
  const places = new Map<string, Configuration[]>()
  for (const index of stranded) {
    const one = exploration.configurations[index]
    if (!one || (one.parent !== null && stranded.has(one.parent))) continue
    const key = one.states.join(' ')
    places.set(key, [...(places.get(key) ?? []), one])
  }
  const groups = [...places.values()]
  return groups.slice(0, MAX_PLACES).flatMap(([nearest, ...others], position) => {
    if (!nearest) return []
    const more = position === MAX_PLACES - 1 ? groups.length - MAX_PLACES : 0
    return [deadEndProblem(explored, nearest, { ways: others.length + 1, more })]
  })
}

function deadEndProblem(
  explored: ExploredRun,
  nearest: Configuration,
  counts: { ways: number; more: number },
): Finding {
  const { start, exploration, sightings } = explored
  const { states, index } = nearest
  const at = states.map((id) => start.compiled.states.get(id)?.at).at(0) ?? 'machine'
  const events = eventsTo(exploration, index)
  const block = parallelBlock(explored, nearest)
  if (block) return { code: 'parallel-blocked', at, severity: 'error', events, details: block }
  const code = sightings.bare.has(index) ? 'dead-end' : 'stranded'
  return { code, at, severity: 'error', events, details: { states, ...counts } }
}
