import { Graph, layout } from '@dagrejs/dagre'
import { curveBasis, line } from 'd3-shape'
import type { FlowChart, PlacedEdge, PlacedNode } from './flow-chart'
import type { FlowEdge, FlowGraph, FlowNode } from './flow-graph'

export const NODE_WIDTH = 176
export const NODE_HEIGHT = 64
const LABEL = { width: 40, height: 18 }
const MARGIN = 12

const curve = line<{ x: number; y: number }>()
  .x((point) => point.x)
  .y((point) => point.y)
  .curve(curveBasis)

/** Lays the graph out in layers from top to bottom, so that it reads the same on a phone. The ideal path stays straight. */
export function layOutFlow({ nodes, edges }: FlowGraph): FlowChart {
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

function placeEdge(edge: FlowEdge, placed: Placed & { points?: { x: number; y: number }[] }): PlacedEdge {
  const points = (placed.points ?? []).map(({ x, y }) => ({ x: round(x), y: round(y) }))
  return { ...edge, d: curve(points) ?? '', labelX: round(placed.x ?? 0), labelY: round(placed.y ?? 0) }
}

const round = (value: number): number => Math.round(value * 10) / 10
