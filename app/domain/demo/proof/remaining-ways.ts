import type { Exploration } from './explore'
import type { RemainingWay } from '../engine/way/remaining-way'

/** The remaining way from every explored configuration, by its index. */
export function remainingWays(exploration: Exploration, required: readonly string[]): RemainingWay[] {
  const { configurations } = exploration
  const needed = new Set(required)
  const endings = new Map<number, number[]>()
  for (const { index, ending, tasksOpen } of configurations) {
    if (ending !== 'success') continue
    const open = tasksOpen.filter((id) => needed.has(id)).length
    endings.set(open, [...(endings.get(open) ?? []), index])
  }
  const ways: RemainingWay[] = configurations.map(() => null)
  const predecessors = predecessorsIn(exploration)
  for (const open of [...endings.keys()].sort((a, b) => a - b)) {
    spread(ways, endings.get(open) ?? [], predecessors, open)
  }
  return ways
}

/** Breadth-first from these endings backwards to every configuration that cannot reach a better ending. */
function spread(
  ways: RemainingWay[],
  endings: readonly number[],
  predecessors: readonly (readonly number[])[],
  open: number,
): void {
  let front = endings.filter((index) => ways[index] === null)
  for (let steps = 0; front.length > 0; steps++) {
    const before: number[] = []
    for (const index of front) {
      if (ways[index]) continue
      ways[index] = { open, steps }
      before.push(...(predecessors[index] ?? []))
    }
    front = before.filter((index) => ways[index] === null)
  }
}

function predecessorsIn({ configurations }: Exploration): number[][] {
  const predecessors: number[][] = configurations.map(() => [])
  for (const { index, successors } of configurations) {
    for (const next of successors) predecessors[next]?.push(index)
  }
  return predecessors
}
