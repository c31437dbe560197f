import type { FlowEdge, FlowNode } from './flow-graph'

/** A drawn state: its box by the top left corner. Lengths are in px of the drawing's own size. */
export interface PlacedNode extends FlowNode {
  x: number
  y: number
  width: number
  height: number
}

/** A drawn step: the path's `d`, and the position of its label. */
export interface PlacedEdge extends FlowEdge {
  d: string
  labelX: number
  labelY: number
}

export interface FlowChart {
  width: number
  height: number
  /** As in the graph. */
  plans: string[]
  nodes: PlacedNode[]
  edges: PlacedEdge[]
}
