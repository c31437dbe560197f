import { tallyFlow, type FlowMoves, type FlowTally, type FlowVisits } from './flow-tally'
import type { CountedPath } from './path-flow'
import type { StretchTerms } from './stretch'

/** What is drawn of the paths. */
export interface SankeyTerms extends StretchTerms {
  /** The most states of one column; the rarest others are drawn as one. */
  states: number
}

/** A state in a column. What flows in equals what flows out: entries + earlier + links in = exits + later + links out. */
export interface SankeyNode extends Omit<FlowVisits, 'state'> {
  /** Null for the rare ones together. */
  state: string | null
  /** How many states it stands for. */
  members: number
}

/** A move from a column to the next. */
export interface SankeyLink extends Omit<FlowMoves, 'from' | 'to'> {
  from: string | null
  to: string | null
}

export interface Sankey extends Pick<FlowTally, 'drawn' | 'lacking' | 'longer'> {
  nodes: SankeyNode[]
  links: SankeyLink[]
}

/** The columns of a Sankey diagram. Columns count from 0; those to an end are aligned so that it stands in the last. */
export function sankey(paths: readonly CountedPath[], terms: SankeyTerms): Sankey {
  return foldFlow(tallyFlow(paths, terms), terms)
}

/** The diagram from its tally, the rare states of each column as one. */
export function foldFlow({ visits, moves, ...totals }: FlowTally, terms: SankeyTerms): Sankey {
  const kept = keptStates(visits, terms)
  const nameOf = (column: number, state: string) => (kept.get(column)?.has(state) ? state : null)
  const nodes = new Map<string, SankeyNode>()
  for (const visit of visits) {
    const state = nameOf(visit.column, visit.state)
    const key = JSON.stringify([visit.column, state])
    nodes.set(key, addVisits(nodes.get(key), { ...visit, state, members: 1 }))
  }
  const links = new Map<string, SankeyLink>()
  for (const { column, from, to, count } of moves) {
    const link = { column, from: nameOf(column, from), to: nameOf(column + 1, to) }
    const key = JSON.stringify([link.column, link.from, link.to])
    links.set(key, { ...link, count: (links.get(key)?.count ?? 0) + count })
  }
  return {
    nodes: [...nodes.values()].sort(compareNodes),
    links: [...links.values()].sort(compareLinks),
    ...totals,
  }
}

type Kept = ReadonlyMap<number, ReadonlySet<string>>

/** The states that each column names: the start and the end, then the most frequent, of equals the first by its id. */
function keptStates(visits: readonly FlowVisits[], { start, end, states: most }: SankeyTerms): Kept {
  const columns = new Map<number, FlowVisits[]>()
  for (const visit of visits) columns.set(visit.column, [...(columns.get(visit.column) ?? []), visit])
  const isNamed = (state: string) => state === start || state === end
  const ranked = (column: readonly FlowVisits[]) =>
    [...column].sort(
      (a, b) =>
        Number(isNamed(b.state)) - Number(isNamed(a.state)) || b.count - a.count || inOrder(a.state, b.state),
    )
  const named = (column: readonly FlowVisits[]) =>
    ranked(column)
      .filter(({ state }, rank) => rank < most || isNamed(state))
      .map(({ state }) => state)
  return new Map([...columns].map(([column, own]) => [column, new Set(named(own))]))
}

function addVisits(sum: SankeyNode | undefined, one: SankeyNode): SankeyNode {
  if (!sum) return one
  return {
    ...sum,
    count: sum.count + one.count,
    entries: sum.entries + one.entries,
    earlier: sum.earlier + one.earlier,
    exits: sum.exits + one.exits,
    later: sum.later + one.later,
    members: sum.members + one.members,
  }
}

/** By column, then most first, ties in order of the states; the rare ones last. */
function compareNodes(a: SankeyNode, b: SankeyNode): number {
  return (
    a.column - b.column ||
    Number(a.state === null) - Number(b.state === null) ||
    b.count - a.count ||
    inOrder(a.state, b.state)
  )
}

const compareLinks = (a: SankeyLink, b: SankeyLink): number =>
  a.column - b.column || b.count - a.count || inOrder(a.from, b.from) || inOrder(a.to, b.to)

/** By code units; the rare ones last. */
function inOrder(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a < b ? -1 : Number(a > b)
}
