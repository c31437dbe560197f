import type { CompiledDemo } from '../compile'
import type { RemainingWay } from './remaining-way'
import type { WayGraph } from './way-graph'

/** Where one move leads from a place; `otherwise` by the key of the event's data. */
type Exit = { to: number; otherwise: Map<string, number> | null }

/** The remaining way from every place of a demo, indexed: one look-up for each event. */
export class Ways {
  private readonly exits: readonly ReadonlyMap<string, Exit>[]

  constructor(
    compiled: Pick<CompiledDemo, 'transitions'>,
    readonly graph: WayGraph,
  ) {
    const names = graph.moves.map((move) => moveName(move.map((one) => compiled.transitions[one]?.id ?? '')))
    this.exits = graph.next.map((pairs, place) => this.exitsOf(pairs, place, names))
  }

  private exitsOf(pairs: readonly number[], place: number, names: readonly string[]): Map<string, Exit> {
    const nameOf = (move: number) => names[move] ?? ''
    const exits = new Map<string, Exit>()
    for (const [move, to] of inTuples<[number, number]>(pairs, 2))
      exits.set(nameOf(move), { to, otherwise: null })
    const others = this.graph.otherwise[place] ?? []
    for (const [move, input, to] of inTuples<[number, number, number]>(others, 3)) {
      const exit = exits.get(nameOf(move))
      if (exit) exit.otherwise = (exit.otherwise ?? new Map()).set(this.graph.inputs[input] ?? '', to)
    }
    return exits
  }

  /** The remaining way from a place. */
  remaining(place: number): RemainingWay {
    const [open = -1, steps = -1] = [this.graph.left[2 * place], this.graph.left[2 * place + 1]]
    return open < 0 ? null : { open, steps }
  }

  /**
   * Where an event leads that took these transitions: with the same data where that is known, else the place with the
   * shortest way. Null when no such event was explored. `keyOf` gives the key of the data; it is called only where
   * data decides.
   */
  next(place: number, taken: readonly string[], keyOf: () => string): number | null {
    const exit = this.exits[place]?.get(moveName(taken))
    if (!exit) return null
    return exit.otherwise?.get(keyOf()) ?? exit.to
  }
}

function inTuples<Tuple extends number[]>(flat: readonly number[], size: number): Tuple[] {
  const count = Math.floor(flat.length / size)
  return Array.from({ length: count }, (_, at) => flat.slice(at * size, (at + 1) * size) as Tuple)
}

function moveName(taken: readonly string[]): string {
  return taken.length === 1 ? (taken[0] ?? '') : taken.join(' ')
}
