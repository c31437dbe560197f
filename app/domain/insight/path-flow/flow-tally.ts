import type { CountedPath } from './path-flow'
import { stretchOf, stretchSteps, type Stretch, type StretchTerms } from './stretch'

/** How many paths pass a state in a column, and how they come to it and go on. */
export interface FlowVisits {
  column: number
  state: string
  count: number
  /** Paths that begin here, and that came from a state before the drawn stretch. */
  entries: number
  earlier: number
  /** Paths that end here, and that went on beyond the drawn stretch. */
  exits: number
  later: number
}

/** How many paths go from a state in a column to another in the next. */
export interface FlowMoves {
  column: number
  from: string
  to: string
  count: number
}

/** What a Sankey diagram is drawn from, every state of each column by itself. In no order. */
export interface FlowTally {
  visits: FlowVisits[]
  moves: FlowMoves[]
  /** Paths that are drawn, that lack the start or the end, and that need more steps between them than are drawn. */
  drawn: number
  lacking: number
  longer: number
}

/** The oracle: counts the stretch of each path. Paths without a state are left out. */
export function tallyFlow(paths: readonly CountedPath[], terms: StretchTerms): FlowTally {
  const taken = paths.filter(({ states }) => states.length > 0)
  const found = taken.map((path) => ({ path, stretch: stretchOf(path, terms) }))
  const total = (kind: string) =>
    found.reduce((sum, { path, stretch }) => sum + (stretch === kind ? path.count : 0), 0)
  const stretches = found.flatMap(({ stretch }) => (typeof stretch === 'string' ? [] : [stretch]))
  return {
    ...countStretches(stretches),
    drawn: stretches.reduce((sum, { path }) => sum + path.count, 0),
    lacking: total('lacking'),
    longer: total('longer'),
  }
}

function countStretches(stretches: readonly Stretch[]): Pick<FlowTally, 'visits' | 'moves'> {
  const visits = new Map<string, FlowVisits>()
  const moves = new Map<string, FlowMoves>()
  for (const { path, first, last, ...stretch } of stretches) {
    const { count, states } = path
    let from: string | null = null
    for (const { state, column, isFirst, isLast } of stretchSteps({ path, first, last, ...stretch })) {
      const visit = visitsOf(visits, column, state)
      visit.count += count
      if (isFirst) visit[first === 0 ? 'entries' : 'earlier'] += count
      if (isLast) visit[last === states.length - 1 ? 'exits' : 'later'] += count
      if (from !== null) movesOf(moves, { column: column - 1, from, to: state }).count += count
      from = state
    }
  }
  return { visits: [...visits.values()], moves: [...moves.values()] }
}

function visitsOf(visits: Map<string, FlowVisits>, column: number, state: string): FlowVisits {
  const key = JSON.stringify([column, state])
  const made = visits.get(key) ?? { column, state, count: 0, entries: 0, earlier: 0, exits: 0, later: 0 }
  visits.set(key, made)
  return made
}

function movesOf(moves: Map<string, FlowMoves>, move: Omit<FlowMoves, 'count'>): FlowMoves {
  const key = JSON.stringify([move.column, move.from, move.to])
  const made = moves.get(key) ?? { ...move, count: 0 }
  moves.set(key, made)
  return made
}
