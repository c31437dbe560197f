import { eventsTo, type Configuration } from '../explore'
import type { ExploredRun } from '../explored-run'
import type { Finding, FindingDetails } from '../finding'
import { regionProgress } from '../parallel-progress'
import { leavesWithin, regionsOf, type Region } from '../../engine/regions'

type Block = FindingDetails['parallel-blocked']

/** The active leaf states of a region, and those of the rest of its parallel state. */
type Stand = { inside: string[]; others: string[] }

/**
 * The region of a parallel state that can never continue from this configuration because of where another region is;
 * null when there is none. With the other region in another state, it continues from the same state.
 */
export function parallelBlock(explored: ExploredRun, one: Configuration): Block | null {
  for (const region of regionsOf(explored.start.compiled)) {
    const stand = standOf(explored, region, one)
    if (!isHalted(explored, region, one, stand) || !goesOnElsewhere(explored, region, stand)) continue
    const canLeave = regionProgress(explored, region).leaving.has(one.index)
    return { parallel: region.parallel, blocked: stand.inside, others: stand.others, canLeave }
  }
  return null
}

/**
 * Parallel states in which one region blocks another for good, though the whole can still reach success: one finding
 * for each pair of places, with the shortest way there.
 */
export function leavingProblems(explored: ExploredRun, stranded: ReadonlySet<number>): Finding[] {
  const { exploration, start } = explored
  if (regionsOf(start.compiled).length === 0) return []
  const found = new Map<string, Finding>()
  for (const one of exploration.configurations) {
    if (one.ending !== null || stranded.has(one.index)) continue
    const block = parallelBlock(explored, one)
    if (!block) continue
    const key = `${block.blocked.join()} ${block.others.join()}`
    if (found.has(key)) continue
    const at = start.compiled.states.get(block.blocked[0] ?? '')?.at ?? 'machine'
    const events = eventsTo(exploration, one.index)
    found.set(key, { code: 'parallel-blocked', at, severity: 'warning', details: block, events })
  }
  return [...found.values()]
}

function standOf({ start }: ExploredRun, region: Region, { states }: Configuration): Stand {
  const inside = leavesWithin(start.compiled, states, region.id)
  const all = leavesWithin(start.compiled, states, region.parallel)
  return { inside, others: all.filter((id) => !inside.includes(id)) }
}

/** Whether the region is not finished and never continues from here while its parallel state is active. */
function isHalted(
  explored: ExploredRun,
  region: Region,
  { index }: Configuration,
  { inside }: Stand,
): boolean {
  const { states } = explored.start.compiled
  const isFinished = inside.every((id) => states.get(id)?.type === 'final')
  return !isFinished && !regionProgress(explored, region).progressing.has(index)
}

/** Whether the region continues from the same state somewhere else, with another region in another state. */
function goesOnElsewhere(explored: ExploredRun, region: Region, { inside, others }: Stand): boolean {
  const { configurations } = explored.exploration
  return [...regionProgress(explored, region).moves].some((index) => {
    const there = configurations[index]
    if (!there) return false
    const stand = standOf(explored, region, there)
    return stand.inside.join() === inside.join() && stand.others.join() !== others.join()
  })
}
