import type { CompiledDemo, StateInfo } from '~/domain/demo/engine/compile'
import type { DemoMeasures } from '~/domain/insight/demo-measures'
import type { Proportion } from '~/domain/insight/proportion'

export interface FlowNode {
  id: string
  title: string
  /** Trials that entered it. */
  entered: number
  dropOff: Proportion | null
  /** Plans whose ideal path has it. */
  ideal: string[]
  ending: boolean
}

export interface FlowEdge {
  from: string
  to: string
  /** Absent for a step that nobody took. */
  taken: Proportion | null
  /** Plans whose ideal path has it. */
  ideal: string[]
}

export interface FlowGraph {
  /** Those with an ideal path, in the demo's order. */
  plans: string[]
  nodes: FlowNode[]
  edges: FlowEdge[]
}

/** The ideal path of a plan, by its states. */
export type PlanIdeal = { plan: string; states: readonly string[] }

type Measured = Pick<DemoMeasures, 'dropOff' | 'edges'>

/**
 * The chart of a demo with the trials' movements: every state in which a run can rest, and every step in the chart, an
 * ideal path or a trial. States of other revisions appear when trials entered them.
 */
export function flowGraph(
  compiled: CompiledDemo | null,
  measured: Measured,
  known: readonly PlanIdeal[],
  titles: Record<string, string>,
): FlowGraph {
  const ideals = inPlanOrder(known, compiled?.plans ?? [])
  const edges = collectEdges(compiled, measured, ideals)
  const resting = compiled
    ? [...compiled.states.values()].filter(canStandIn(compiled)).map((state) => state.id)
    : []
  const ids = new Set([
    ...resting,
    ...edges.flatMap((edge) => [edge.from, edge.to]),
    ...measured.dropOff.map((one) => one.state),
  ])
  return {
    plans: plansWith(ideals, () => true),
    nodes: [...ids].map((id) => nodeOf(id, compiled, measured, ideals, titles)),
    edges,
  }
}

function nodeOf(
  id: string,
  compiled: CompiledDemo | null,
  { dropOff }: Measured,
  ideals: readonly PlanIdeal[],
  titles: Record<string, string>,
): FlowNode {
  const own = dropOff.find((one) => one.state === id)
  return {
    id,
    title: titles[id] ?? id,
    entered: own?.denominator ?? 0,
    dropOff: own ?? null,
    ideal: plansWith(ideals, (states) => states.includes(id)),
    ending: compiled?.states.get(id)?.type === 'final',
  }
}

/** Keeps the style of a plan independent of the number of its trials. */
function inPlanOrder(ideals: readonly PlanIdeal[], plans: readonly string[]): PlanIdeal[] {
  return [...ideals].sort((a, b) => plans.indexOf(a.plan) - plans.indexOf(b.plan))
}

function plansWith(ideals: readonly PlanIdeal[], has: (states: readonly string[]) => boolean): string[] {
  return [...new Set(ideals.flatMap(({ plan, states }) => (has(states) ? [plan] : [])))]
}

function collectEdges(
  compiled: CompiledDemo | null,
  { edges }: Measured,
  ideals: readonly PlanIdeal[],
): FlowEdge[] {
  const all = new Map<string, FlowEdge>()
  const add = (from: string, to: string, change: Partial<FlowEdge> = {}) => {
    const key = `${from}>${to}`
    all.set(key, { ...(all.get(key) ?? { from, to, taken: null, ideal: [] }), ...change })
  }
  for (const [from, to] of chartSteps(compiled)) add(from, to)
  for (const edge of edges) add(edge.from, edge.to, { taken: edge })
  for (const { states } of ideals) {
    states.slice(1).forEach((to, index) => {
      const from = states[index] ?? to
      add(from, to, { ideal: plansWith(ideals, (other) => goes(other, from, to)) })
    })
  }
  return [...all.values()]
}

function goes(states: readonly string[], from: string, to: string): boolean {
  return states.some((state, index) => state === to && states[index - 1] === from)
}

/**
 * Steps between states in which a run can rest, skipping states that are left immediately. Transitions of parent states
 * are not drawn from every child: they appear where trials took them.
 */
function chartSteps(compiled: CompiledDemo | null): [string, string][] {
  if (!compiled) return []
  const resting = new Set([...compiled.states.values()].filter(canStandIn(compiled)).map((state) => state.id))
  const onward = (id: string, seen: ReadonlySet<string>): string[] => {
    if (resting.has(id)) return [id]
    if (seen.has(id)) return []
    const next = compiled.transitions.filter((one) => one.source === id && one.kind === 'always')
    return next.flatMap(({ target }) => (target === null ? [] : onward(target, new Set([...seen, id]))))
  }
  return compiled.transitions
    .filter(({ source }) => resting.has(source))
    .flatMap(({ source, target }) =>
      (target === null ? [] : onward(target, new Set())).map((to): [string, string] => [source, to]),
    )
    .filter(([from, to]) => from !== to)
}

/** Leaf states, except those that take no event and are left by an `always`. */
function canStandIn(compiled: CompiledDemo) {
  return ({ id, type }: StateInfo): boolean => {
    if (type !== 'leaf' && type !== 'final') return false
    const own = compiled.transitions.filter((one) => one.source === id)
    return !own.some((one) => one.kind === 'always') || own.some((one) => one.kind === 'event')
  }
}
