import type { FlowPlace } from '~/domain/insight/path-flow/flow-set'
import type { Sankey, SankeyLink, SankeyNode } from '~/domain/insight/path-flow/sankey'

/** A drawn state of a column. Lengths are in px of the drawing's own size. */
export interface DrawnNode extends SankeyNode {
  key: string
  place: FlowPlace
  x: number
  y: number
  height: number
}

/** A drawn move. `d` is the middle line of a band as wide as `width`. */
export interface DrawnLink extends SankeyLink {
  key: string
  fromPlace: FlowPlace
  toPlace: FlowPlace
  d: string
  width: number
}

export interface PlacedSankey extends Pick<Sankey, 'drawn' | 'lacking' | 'longer'> {
  width: number
  height: number
  /** Where each column begins, from the first that has a state. */
  columns: { column: number; x: number }[]
  nodes: DrawnNode[]
  links: DrawnLink[]
}

export const NODE_WIDTH = 10
/** Room for two lines of text beside a node. */
const NODE_ROOM = 34
const COLUMN_WIDTH = 208
const GAP = 8
const TOP = 28
/** The height that the trials of a full column share. */
const FLOW_HEIGHT = 300

/** Lays a diagram out: columns from left to right, in each the states near to where their trials come from. */
export function layOutSankey({ nodes, links, ...totals }: Sankey): PlacedSankey {
  const columns = [...new Set(nodes.map(({ column }) => column))].sort((a, b) => a - b)
  const most = Math.max(1, ...columns.map((column) => total(nodesIn(nodes, column))))
  const placed = new Map<string, DrawnNode>()
  for (const [index, column] of columns.entries()) {
    const ordered = inOrder(nodesIn(nodes, column), links, placed)
    let y = TOP
    for (const node of ordered) {
      const height = round(Math.max(1.5, (node.count / most) * FLOW_HEIGHT))
      const { key, place } = { key: keyOf(node), place: placeOf(nodes, node) }
      placed.set(key, { ...node, key, place, x: index * COLUMN_WIDTH, y: round(y), height })
      y += Math.max(height, NODE_ROOM) + GAP
    }
  }
  const drawn = [...placed.values()]
  return {
    ...totals,
    width: Math.max(1, columns.length) * COLUMN_WIDTH,
    height: Math.ceil(Math.max(TOP, ...drawn.map(({ y, height }) => y + Math.max(height, NODE_ROOM)))) + GAP,
    columns: columns.map((column, index) => ({ column, x: index * COLUMN_WIDTH })),
    nodes: drawn,
    links: drawLinks(links, placed, most),
  }
}

const nodesIn = (nodes: readonly SankeyNode[], column: number) =>
  nodes.filter((node) => node.column === column)
const total = (nodes: readonly SankeyNode[]) => nodes.reduce((sum, { count }) => sum + count, 0)
const keyOf = ({ column, state }: { column: number; state: string | null }) => JSON.stringify([column, state])
const round = (value: number): number => Math.round(value * 10) / 10

/** What a node stands for in sets: the rare ones are all that its column does not name. */
function placeOf(
  nodes: readonly SankeyNode[],
  { column, state }: { column: number; state: string | null },
): FlowPlace {
  if (state !== null) return { state }
  return { except: nodesIn(nodes, column).flatMap((node) => node.state ?? []) }
}

/** By the mean height of where a state's trials come from, those that begin there last; the rare ones at the foot. */
function inOrder(
  column: readonly SankeyNode[],
  links: readonly SankeyLink[],
  placed: ReadonlyMap<string, DrawnNode>,
): SankeyNode[] {
  const heightOf = (node: SankeyNode): number => {
    const into = links.filter((link) => link.column === node.column - 1 && link.to === node.state)
    const sum = into.reduce((all, { count }) => all + count, 0)
    if (sum === 0) return Infinity
    const middle = ({ column: at, from }: SankeyLink) => {
      const source = placed.get(keyOf({ column: at, state: from }))
      return source ? source.y + source.height / 2 : 0
    }
    return into.reduce((all, link) => all + link.count * middle(link), 0) / sum
  }
  const ranked = column.map((node, rank) => ({ node, rank, height: heightOf(node) }))
  const isRare = ({ node }: { node: SankeyNode }) => Number(node.state === null)
  return ranked
    .sort((a, b) => isRare(a) - isRare(b) || compare(a.height, b.height) || a.rank - b.rank)
    .map(({ node }) => node)
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)

/** Bands leave and reach a node one below the other, in the order of the nodes that they lead to or come from. */
function drawLinks(
  links: readonly SankeyLink[],
  placed: ReadonlyMap<string, DrawnNode>,
  most: number,
): DrawnLink[] {
  const all = [...placed.values()]
  const ends = links.flatMap((link) => {
    const from = placed.get(keyOf({ column: link.column, state: link.from }))
    const to = placed.get(keyOf({ column: link.column + 1, state: link.to }))
    return from && to ? [{ link, from, to, width: (link.count / most) * FLOW_HEIGHT }] : []
  })
  const offset = (side: 'from' | 'to', other: 'from' | 'to') => {
    const used = new Map<string, number>()
    const sorted = [...ends].sort((a, b) => all.indexOf(a[other]) - all.indexOf(b[other]))
    return new Map(
      sorted.map((end) => {
        const above = used.get(end[side].key) ?? 0
        used.set(end[side].key, above + end.width)
        return [end, end[side].y + above + end.width / 2]
      }),
    )
  }
  const [starts, stops] = [offset('from', 'to'), offset('to', 'from')]
  return ends.map((end) => {
    const { link, from, to, width } = end
    const [x0, x1] = [from.x + NODE_WIDTH, to.x]
    const [y0, y1] = [round(starts.get(end) ?? 0), round(stops.get(end) ?? 0)]
    const middle = (x0 + x1) / 2
    return {
      ...link,
      key: `${from.key}${to.key}`,
      fromPlace: from.place,
      toPlace: to.place,
      d: `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}`,
      width: round(Math.max(1, width)),
    }
  })
}
