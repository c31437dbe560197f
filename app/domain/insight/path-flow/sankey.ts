import type { CountedPath } from './path-flow'
import { stretchSteps, stretchOf, type Step, type Stretch, type StretchTerms } from './stretch'

/** What is drawn of the paths. */
export interface SankeyTerms extends StretchTerms {
  /** The most states of one column; the rarest others are drawn as one. */
  states: number
}

/** A state in a column. What flows in equals what flows out: entries + earlier + links in = exits + later + links out. */
interface SankeyNode {
  column: number
  /** Null for the rare ones together. */
  state: string | null
  count: number
  /** Paths that begin here, and that came from a state before the drawn stretch. */
  entries: number
  earlier: number
  /** Paths that end here, and that went on beyond the drawn stretch. */
  exits: number
  later: number
}

/** A move from a column to the next. */
interface SankeyLink {
  column: number
  from: string | null
  to: string | null
  count: number
}

export interface Sankey {
  nodes: SankeyNode[]
  links: SankeyLink[]
  /** Paths that are drawn, that lack the start or the end, and that need more steps between them than are drawn. */
  drawn: number
  lacking: number
  longer: number
}

/** The columns of a Sankey diagram. Columns count from 0; those to an end are aligned so that it stands in the last. */
export function sankey(paths: readonly CountedPath[], terms: SankeyTerms): Sankey {
  const taken = paths.filter(({ states }) => states.length > 0)
  const found = taken.map((path) => ({ path, stretch: stretchOf(path, terms) }))
  const stretches = found.flatMap(({ stretch }) => (typeof stretch === 'string' ? [] : [stretch]))
  const total = (kind: string) =>
    found.reduce((sum, { path, stretch }) => sum + (stretch === kind ? path.count : 0), 0)
  return {
    ...draw(stretches, keptStates(stretches, terms)),
    drawn: stretches.reduce((sum, { path }) => sum + path.count, 0),
    lacking: total('lacking'),
    longer: total('longer'),
  }
}

type Kept = ReadonlyMap<number, ReadonlySet<string>>

/** The states that each column names: the start and the end, then the most frequent, of equals the first by its id. */
function keptStates(stretches: readonly Stretch[], { start, end, states: most }: SankeyTerms): Kept {
  const counts = new Map<number, Map<string, number>>()
  for (const stretch of stretches) {
    for (const { state, column } of stretchSteps(stretch)) {
      const inColumn = counts.get(column) ?? new Map<string, number>()
      inColumn.set(state, (inColumn.get(state) ?? 0) + stretch.path.count)
      counts.set(column, inColumn)
    }
  }
  const isNamed = (state: string) => state === start || state === end
  const ranked = (inColumn: ReadonlyMap<string, number>) =>
    [...inColumn].sort(
      ([a, one], [b, other]) => Number(isNamed(b)) - Number(isNamed(a)) || other - one || (a < b ? -1 : 1),
    )
  return new Map(
    [...counts].map(([column, inColumn]) => [
      column,
      new Set(
        ranked(inColumn)
          .filter(([state], rank) => rank < most || isNamed(state))
          .map(([state]) => state),
      ),
    ]),
  )
}

function draw(stretches: readonly Stretch[], kept: Kept): Pick<Sankey, 'nodes' | 'links'> {
  const nodes = new Map<string, SankeyNode>()
  const links = new Map<string, SankeyLink>()
  for (const stretch of stretches) {
    let from: string | null = null
    for (const step of stretchSteps(stretch)) {
      const name: string | null = kept.get(step.column)?.has(step.state) ? step.state : null
      addVisit(nodeOf(nodes, step.column, name), step, stretch)
      if (!step.isFirst) linkOf(links, step.column - 1, from, name).count += stretch.path.count
      from = name
    }
  }
  return { nodes: [...nodes.values()].sort(compareNodes), links: [...links.values()].sort(compareLinks) }
}

function addVisit(node: SankeyNode, { isFirst, isLast }: Step, { path, first, last }: Stretch): void {
  const { count, states } = path
  node.count += count
  if (isFirst) node[first === 0 ? 'entries' : 'earlier'] += count
  if (isLast) node[last === states.length - 1 ? 'exits' : 'later'] += count
}

function nodeOf(nodes: Map<string, SankeyNode>, column: number, state: string | null): SankeyNode {
  const key = JSON.stringify([column, state])
  const made = nodes.get(key) ?? { column, state, count: 0, entries: 0, earlier: 0, exits: 0, later: 0 }
  nodes.set(key, made)
  return made
}

function linkOf(
  links: Map<string, SankeyLink>,
  column: number,
  from: string | null,
  to: string | null,
): SankeyLink {
  const key = JSON.stringify([column, from, to])
  const made = links.get(key) ?? { column, from, to, count: 0 }
  links.set(key, made)
  return made
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
