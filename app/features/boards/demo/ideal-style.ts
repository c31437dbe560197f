import type { FlowGraph } from './flow-graph'

/** Dash patterns of parts that are ideal on some plans only, in the order of the legend. */
const DASHES = ['8 3', '2 3', '8 3 2 3', '14 4']

/** One way of drawing what is ideal: on these plans, as a line with these dashes; undefined for an unbroken one. */
export interface IdealStyle {
  plans: string[]
  /** True when these are all drawn plans, and more than one. */
  shared: boolean
  dashes: string | undefined
}

/** The line styles of ideal paths: solid where all plans agree, a dash pattern for each other set of plans. */
export function idealStyles({
  plans: all,
  edges,
  nodes,
}: Pick<FlowGraph, 'plans' | 'edges' | 'nodes'>): IdealStyle[] {
  const groups = new Map([...edges, ...nodes].map(({ ideal }) => [ideal.join(' '), ideal]))
  groups.delete('')
  let next = 0
  const place = ([first = '']: readonly string[]) => all.indexOf(first)
  return [...groups.values()]
    .sort((a, b) => b.length - a.length || place(a) - place(b))
    .map((plans) => ({
      plans,
      shared: plans.length === all.length && all.length > 1,
      dashes: plans.length === all.length ? undefined : DASHES[next++ % DASHES.length],
    }))
}

/** The dashes of one part of the chart. */
export function dashesOf(styles: readonly IdealStyle[], ideal: readonly string[]): string | undefined {
  const name = ideal.join(' ')
  return styles.find(({ plans }) => plans.join(' ') === name)?.dashes
}
