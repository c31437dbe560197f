import { proportion, type Proportion } from '../proportion'

/** A path, self-repeats collapsed, and how many took exactly it. Paths without a state are left out. */
export interface CountedPath {
  states: readonly string[]
  count: number
}

/** Visits to one state: each came in by an entry or an edge, and went out by an edge or an exit. */
interface StateFlow {
  state: string
  visits: number
  /** Paths that begin here, and that end here. */
  entries: number
  exits: number
}

/** A move from one state to another; its share is of the visits to `from`. */
interface EdgeFlow extends Proportion {
  from: string
  to: string
}

export interface PathFlow {
  paths: number
  states: StateFlow[]
  edges: EdgeFlow[]
}

/** The flow through a chart: every visit of every path counts. Most first, ties in order of the state. */
export function pathFlow(paths: readonly CountedPath[]): PathFlow {
  const taken = paths.filter(({ states }) => states.length > 0)
  const states = new Map<string, StateFlow>()
  const edges = new Map<string, { from: string; to: string; moves: number }>()
  for (const path of taken) addPath(path, states, edges)
  return {
    paths: taken.reduce((sum, { count }) => sum + count, 0),
    states: [...states.values()].sort((a, b) => b.visits - a.visits || inOrder(a.state, b.state)),
    edges: [...edges.values()]
      .map(({ from, to, moves }) => ({ from, to, ...proportion(moves, states.get(from)?.visits ?? 0) }))
      .sort((a, b) => b.numerator - a.numerator || inOrder(a.from, b.from) || inOrder(a.to, b.to)),
  }
}

function addPath(
  { states: path, count }: CountedPath,
  states: Map<string, StateFlow>,
  edges: Map<string, { from: string; to: string; moves: number }>,
): void {
  path.forEach((state, index) => {
    const flow = states.get(state) ?? { state, visits: 0, entries: 0, exits: 0 }
    flow.visits += count
    if (index === 0) flow.entries += count
    states.set(state, flow)
    const next = path[index + 1]
    if (next === undefined) {
      flow.exits += count
      return
    }
    const key = JSON.stringify([state, next])
    const edge = edges.get(key) ?? { from: state, to: next, moves: 0 }
    edge.moves += count
    edges.set(key, edge)
  })
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
