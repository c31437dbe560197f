import type { CountedPath } from './path-flow'

/** Which stretch of each path is drawn: from its first `start`, to its first `end` (after the start), or between. */
export interface StretchTerms {
  start?: string
  end?: string
  /** The most moves that are drawn. */
  steps: number
}

/** A stretch of a path, both indices included, and the column of its first state. */
export interface Stretch {
  path: CountedPath
  first: number
  last: number
  column: number
}

/** The stretch that is drawn of a path, or why there is none. */
export function stretchOf(
  path: CountedPath,
  { start, end, steps }: StretchTerms,
): Stretch | 'lacking' | 'longer' {
  const { states } = path
  const from = start === undefined ? 0 : states.indexOf(start)
  const to = end === undefined ? states.length - 1 : states.indexOf(end, start === undefined ? 0 : from + 1)
  if (from < 0 || to < 0) return 'lacking'
  if (end === undefined) return { path, first: from, last: Math.min(to, from + steps), column: 0 }
  if (start === undefined) {
    const first = Math.max(0, to - steps)
    return { path, first, last: to, column: steps - (to - first) }
  }
  return to - from > steps ? 'longer' : { path, first: from, last: to, column: 0 }
}

export interface Step {
  state: string
  column: number
  isFirst: boolean
  isLast: boolean
}

export const stretchSteps = ({ path, first, last, column }: Stretch): Step[] =>
  path.states.slice(first, last + 1).map((state, index) => ({
    state,
    column: column + index,
    isFirst: index === 0,
    isLast: first + index === last,
  }))
