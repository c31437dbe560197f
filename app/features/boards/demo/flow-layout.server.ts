import { Graph, layout } from '@dagrejs/dagre'
import { curveBasis, line } from 'd3-shape'
import type { FlowChart, PlacedEdge, PlacedNode } from './flow-chart'
import type { FlowEdge, FlowGraph, FlowNode } from './flow-graph'

const NODE_WIDTH = 176
const NODE_HEIGHT = 64
const LABEL = { width: 40, height: 18 }
const MARGIN = 12

const curve = line<{ x: number; y: number }>()
  .x((point) => point.x)
  .y((point) => point.y)
  .curve(curveBasis)

/** Lays the graph out in layers from top to bottom, so that it reads the same on a phone. The ideal path stays straight. */
export function layOutFlow({ plans, nodes, edges }: FlowGraph): FlowChart {
  const graph = new Graph({ multigraph: false })
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 26, edgesep: 16, marginx: MARGIN, marginy: MARGIN })
  for (const node of nodes) graph.setNode(node.id, { width: NODE_WIDTH, height: NODE_HEIGHT })
  for (const edge of edges) {
    graph.setEdge(edge.from, edge.to, { ...LABEL, labelpos: 'c', weight: weightOf(edge) })
  }
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    plans,
    nodes: nodes.map((node) => placeNode(node, graph.node(node.id))),
    edges: edges.map((edge) => placeEdge(edge, graph.edge(edge.from, edge.to))),
  }
}

function weightOf({ ideal, taken }: FlowEdge): number {
  return ideal.length > 0 ? 12 : taken ? 1 + Math.round(4 * (taken.share ?? 0)) : 1
}

interface Placed {
  x?: number
  y?: number
}

function placeNode(node: FlowNode, { x = 0, y = 0 }: Placed): PlacedNode {
  const [left, top] = [round(x - NODE_WIDTH / 2), round(y - NODE_HEIGHT / 2)]
  return { ...node, x: left, y: top, width: NODE_WIDTH, height: NODE_HEIGHT }
}

function placeEdge(edge: FlowEdge, placed: Placed & { points?: Point[] }): PlacedEdge {
  const points = (placed.points ?? []).map(({ x, y }) => ({ x: round(x), y: round(y) }))
  const label = onCurve(points, { x: round(placed.x ?? 0), y: round(placed.y ?? 0) })
  return { ...edge, d: curve(points) ?? '', labelX: label.x, labelY: label.y }
}

type Point = { x: number; y: number }

/** Where the curve passes by one of its control points, which it need not meet. */
function onCurve(points: readonly Point[], control: Point): Point {
  const at = points.findIndex(({ x, y }) => x === control.x && y === control.y)
  const [before, after] = [points[at - 1], points[at + 1]]
  if (!before || !after) return control
  return {
    x: round((before.x + 4 * control.x + after.x) / 6),
    y: round((before.y + 4 * control.y + after.y) / 6),
  }
}

const round = (value: number): number => Math.round(value * 10) / 10
