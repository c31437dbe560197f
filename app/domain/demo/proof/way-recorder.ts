import type { CompiledDemo } from '../engine/compile'
import type { Configuration, Passed } from './explore'
import { inputKey } from '../engine/way/input-key'
import type { PlainEvent } from '../engine/offered-events'
import type { Run } from '../engine/run'

/** One event from one configuration to another: what it took, and the key of its data. */
export type Link = { move: number; input: string; to: number }

/** Records where every explored event leads. */
export class WayRecorder {
  /** By configuration, in the order of the screen. */
  readonly links: Link[][] = []
  /** The transitions of each move, by their positions in `compiled.transitions`. */
  readonly moves: number[][] = []
  private readonly known = new Map<string, number>()
  private readonly positions: ReadonlyMap<string, number>

  constructor(compiled: CompiledDemo) {
    this.positions = new Map(compiled.transitions.map(({ id }, position) => [id, position]))
  }

  readonly link = (from: Configuration, run: Run, event: PlainEvent, { taken }: Passed, to: number): void => {
    const links = (this.links[from.index] ??= [])
    links.push({ move: this.moveOf(taken), input: inputKey(event.data, run), to })
  }

  private moveOf(taken: readonly string[]): number {
    const name = taken.join(' ')
    let move = this.known.get(name)
    if (move === undefined) {
      move = this.moves.length
      this.known.set(name, move)
      this.moves.push(taken.map((id) => this.positions.get(id) ?? -1))
    }
    return move
  }
}
