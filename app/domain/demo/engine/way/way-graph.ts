/**
 * The remaining way from every configuration of a demo under one plan and start role, as a proof keeps it: compact
 * plain JSON. Places are numbered; place 0 is the start. Configurations that behave alike from then on share a place.
 */
export type WayGraph = {
  /**
   * By place: required tasks left open, then steps to the end, flattened; -1 twice where no success can be reached.
   */
  left: number[]
  /** What one event can do: the positions in `compiled.transitions` of the transitions that it takes, in order. */
  moves: number[][]
  /**
   * By place: pairs of a move and the place it leads to, flattened. Where data decides, the place with the shortest
   * way.
   */
  next: number[][]
  /** By place, where data decides: triples of a move, a position in `inputs`, and the place it leads to. */
  otherwise: { [place: string]: number[] }
  /** Keys of data, as `inputKey` gives them. */
  inputs: string[]
}
