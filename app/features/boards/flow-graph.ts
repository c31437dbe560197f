import type { CompiledDemo, StateInfo } from '~/domain/demo/compile'
import type { DemoMeasures } from '~/domain/insight/demo-measures'
import type { Proportion } from '~/domain/insight/proportion'

export interface FlowNode {
  id: string
  title: string
  /** Trials that entered it. */
  entered: number
  dropOff: Proportion | null
  ideal: boolean
  ending: boolean
}

export interface FlowEdge {
  from: string
  to: string
  /** Absent for a step that nobody took. */
  taken: Proportion | null
  ideal: boolean
}

export interface FlowGraph {
  nodes: FlowNode[]
  edges: FlowEdge[]
}

type Measured = Pick<DemoMeasures, 'dropOff' | 'edges'>

/**
 * The chart of a demo with what trials did on it: every state that a prospect can stand in, and every step that the
 * chart, the ideal path or a trial has. States of other revisions appear when trials entered them.
 */
export function flowGraph(
  compiled: CompiledDemo | null,
  measured: Measured,
  ideal: readonly string[],
  titles: Record<string, string>,
): FlowGraph {
  const edges = collectEdges(compiled, measured, ideal)
  const standing = compiled
    ? [...compiled.states.values()].filter(canStandIn(compiled)).map((state) => state.id)
    : []
  const ids = new Set([
    ...standing,
    ...edges.flatMap((edge) => [edge.from, edge.to]),
    ...measured.dropOff.map((one) => one.state),
  ])
  return { nodes: [...ids].map((id) => nodeOf(id, compiled, measured, ideal, titles)), edges }
}

function nodeOf(
  id: string,
  compiled: CompiledDemo | null,
  { dropOff }: Measured,
  ideal: readonly string[],
  titles: Record<string, string>,
): FlowNode {
  const own = dropOff.find((one) => one.state === id)
  return {
    id,
    title: titles[id] ?? id,
    entered: own?.denominator ?? 0,
    dropOff: own ?? null,
    ideal: ideal.includes(id),
    ending: compiled?.states.get(id)?.type === 'final',
  }
}

function collectEdges(
  compiled: CompiledDemo | null,
  { edges }: Measured,
  ideal: readonly string[],
): FlowEdge[] {
  const all = new Map<string, FlowEdge>()
  const add = (from: string, to: string, change: Partial<FlowEdge> = {}) => {
    const key = `${from}>${to}`
    all.set(key, { ...(all.get(key) ?? { from, to, taken: null, ideal: false }), ...change })
  }
  for (const [from, to] of chartSteps(compiled)) add(from, to)
  for (const edge of edges) add(edge.from, edge.to, { taken: edge })
  ideal.slice(1).forEach((to, index) => add(ideal[index] ?? to, to, { ideal: true }))
  return [...all.values()]
}

/**
 * Steps between two states in which a prospect can stand, straight through those that are left again at once. Steps of
 * nesting states are not drawn from every state inside: where trials took them they show.
 */
function chartSteps(compiled: CompiledDemo | null): [string, string][] {
  if (!compiled) return []
  const standing = new Set(
    [...compiled.states.values()].filter(canStandIn(compiled)).map((state) => state.id),
  )
  const onward = (id: string, seen: ReadonlySet<string>): string[] => {
    if (standing.has(id)) return [id]
    if (seen.has(id)) return []
    const next = compiled.transitions.filter((one) => one.source === id && one.kind === 'always')
    return next.flatMap(({ target }) => (target === null ? [] : onward(target, new Set([...seen, id]))))
  }
  return compiled.transitions
    .filter(({ source }) => standing.has(source))
    .flatMap(({ source, target }) =>
      (target === null ? [] : onward(target, new Set())).map((to): [string, string] => [source, to]),
    )
    .filter(([from, to]) => from !== to)
}

/** Leaves, but for those that only pass on: no event is taken there, and an `always` leads away. */
function canStandIn(compiled: CompiledDemo) {
  return ({ id, type }: StateInfo): boolean => {
    if (type !== 'leaf' && type !== 'final') return false
    const own = compiled.transitions.filter((one) => one.source === id)
    return !own.some((one) => one.kind === 'always') || own.some((one) => one.kind === 'event')
  }
}
