import { leadingTo, type Exploration } from './explore'
import type { ExploredRun } from './explored-run'
import { leavesWithin, type Region } from '../engine/regions'

/** How far a region of a parallel state can get. All are indexes of configurations. */
export type Progress = {
  /** From where one event changes the region's state. */
  moves: ReadonlySet<number>
  /** From where such a place can be reached without leaving the parallel state. */
  progressing: ReadonlySet<number>
  /** From where the parallel state can be left. */
  leaving: ReadonlySet<number>
}

const kept = new WeakMap<Exploration, Map<string, Progress>>()

/**
 * The progress of a region in an exploration. Cached. An unexpanded configuration counts as a way to continue, so that
 * only certain blocks are found.
 */
export function regionProgress(explored: ExploredRun, region: Region): Progress {
  const known = kept.get(explored.exploration) ?? new Map<string, Progress>()
  kept.set(explored.exploration, known)
  const found = known.get(region.id) ?? findProgress(explored, region)
  known.set(region.id, found)
  return found
}

function findProgress({ exploration, sightings, start }: ExploredRun, region: Region): Progress {
  const moves = sightings.regionMoves.get(region.id) ?? new Set<number>()
  const active = new Set<number>()
  const goals: number[] = []
  const outside: number[] = []
  for (const { index, states, expanded } of exploration.configurations) {
    if (leavesWithin(start.compiled, states, region.parallel).length > 0) active.add(index)
    else outside.push(index)
    if (active.has(index) && (moves.has(index) || !expanded)) goals.push(index)
  }
  return {
    moves,
    progressing: leadingTo(exploration, goals, (index) => active.has(index)),
    leaving: leadingTo(exploration, outside),
  }
}
