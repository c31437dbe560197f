import type { FlowEdge, FlowNode } from './flow-graph'

/** A state drawn: its box by its top left corner. Lengths are in px of the drawing's own size. */
export interface PlacedNode extends FlowNode {
  x: number
  y: number
  width: number
  height: number
}

/** A step drawn: a path's `d`, and where its label stands. */
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
