import type { CompiledDemo } from '~/domain/demo/compile'
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
  const standing = [...(compiled?.states.values() ?? [])].filter(isLeaf).map((state) => state.id)
  const ids = new Set([
    ...standing,
    ...edges.flatMap((edge) => [edge.from, edge.to]),
    ...measured.dropOff.map((one) => one.state),
  ])
  return { nodes: [...ids].map((id) => nodeOf(id, compiled, measured, ideal, titles)), edges }
}

const isLeaf = ({ type }: { type: string }): boolean => type === 'leaf' || type === 'final'

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

/** Steps between two states in which a prospect can stand. Those of nesting states show where trials took them. */
function chartSteps(compiled: CompiledDemo | null): [string, string][] {
  if (!compiled) return []
  const standsAt = (id: string | null) => {
    const state = id === null ? undefined : compiled.states.get(id)
    return state && isLeaf(state) ? state.id : null
  }
  return compiled.transitions.flatMap(({ source, target }) => {
    const [from, to] = [standsAt(source), standsAt(target)]
    return from && to && from !== to ? [[from, to]] : []
  })
}
