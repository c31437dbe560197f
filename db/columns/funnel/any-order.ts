import type { AttemptBuffer } from './attempt-buffer'
import { Pairing } from './pairing'
import { type UnitEvents, larger } from './unit-events'

/**
 * Attempts whose steps come in any order: each event that can fill a step beside those taken before is taken. Events that can
 * fill the same steps are of one kind; once one of a kind finds no step, no later one of it does.
 */
export class AnyOrder {
  private readonly kinds = new Map<number, number>()
  /** For each event and kind, the first event of that kind there or later. */
  private nexts = new Int32Array(1024)
  private events: UnitEvents | null = null
  private readonly pairing: Pairing
  private cursors = new Int32Array(8)

  constructor(private readonly rules: { steps: number; windowMs: number }) {
    this.pairing = new Pairing(rules.steps, (row, step) => this.events?.fits(row, step) ?? false)
  }

  opens(events: UnitEvents, row: number): boolean {
    return events.stepsOf(row) !== 0
  }

  read(events: UnitEvents): void {
    this.events = events
    this.kinds.clear()
    for (let row = 0; row < events.size; row += 1) {
      const kind = events.stepsOf(row)
      if (kind !== 0 && !this.kinds.has(kind)) this.kinds.set(kind, this.kinds.size)
    }
    const needed = (events.size + 1) * this.kinds.size
    if (this.nexts.length < needed) this.nexts = larger(this.nexts, needed * 2)
    if (this.cursors.length < this.kinds.size) this.cursors = new Int32Array(this.kinds.size * 2)
    this.readNexts(events)
  }

  private readNexts(events: UnitEvents): void {
    const width = this.kinds.size
    this.nexts.fill(events.size, events.size * width, (events.size + 1) * width)
    for (let row = events.size - 1; row >= 0; row -= 1) {
      this.nexts.copyWithin(row * width, (row + 1) * width, (row + 2) * width)
      const kind = this.kinds.get(events.stepsOf(row))
      if (kind !== undefined) this.nexts[row * width + kind] = row
    }
  }

  /** Goes on from an opened attempt as far as it gets. */
  follow(attempt: AttemptBuffer): void {
    const { events } = this
    if (!events) return
    const end = (attempt.at[0] ?? 0) + this.rules.windowMs
    this.begin(attempt, events)
    while (attempt.length < this.rules.steps) {
      const kind = this.earliestKind()
      const row = this.cursors[kind] ?? events.size
      if (row >= events.size || (events.at[row] ?? Infinity) > end) return
      this.cursors[kind] = this.offer(attempt, events, row) ? this.nextOf(row + 1, kind) : events.size
    }
  }

  /** Gives the opener its step, and stands before the first event of each kind. */
  private begin(attempt: AttemptBuffer, events: UnitEvents): void {
    this.pairing.clear()
    this.pairing.place(attempt.rows[0] ?? 0)
    const start = events.start(attempt.instants[0] ?? 0)
    for (let kind = 0; kind < this.kinds.size; kind += 1) this.cursors[kind] = this.nextOf(start, kind)
  }

  /** False when no event of this kind finds a step any more. */
  private offer(attempt: AttemptBuffer, events: UnitEvents, row: number): boolean {
    if (row === attempt.rows[0]) return true
    if (!this.pairing.place(row)) return false
    attempt.take(events, events.instantOf[row] ?? 0, row)
    return true
  }

  private nextOf(row: number, kind: number): number {
    return this.nexts[row * this.kinds.size + kind] ?? 0
  }

  private earliestKind(): number {
    let earliest = 0
    for (let kind = 1; kind < this.kinds.size; kind += 1)
      if ((this.cursors[kind] ?? 0) < (this.cursors[earliest] ?? 0)) earliest = kind
    return earliest
  }
}
