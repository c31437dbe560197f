/**
 * The remaining way from everywhere in a demo under one plan and start role, as a proof keeps it: plain JSON, small. Places
 * are numbered; place 0 is the start. Configurations that nothing later can tell apart are one place.
 */
export type WayGraph = {
  /** By place: required tasks left open and steps to the end, one after the other; -1 twice where no success is in reach. */
  left: number[]
  /** What one event can do: the transitions that it takes, by their positions in `compiled.transitions`, in order. */
  moves: number[][]
  /** By place: a move and where it leads, one after the other. Where data decides, to the place with the shortest way. */
  next: number[][]
  /** By place, where data decides: a move, the position of a key in `inputs`, and where it leads. */
  otherwise: { [place: string]: number[] }
  /** Keys of data, as `inputKey` gives them. */
  inputs: string[]
}
