import type { UnitEvents } from './unit-events'

/** How far an attempt got, and when it did each step. The arrays are used again for the next one. */
export class AttemptBuffer {
  length = 0
  readonly at: Float64Array
  readonly instants: Int32Array
  /** The event of each step, as far as it is known; that of step 1 always is. */
  readonly rows: Int32Array

  constructor(steps: number) {
    this.at = new Float64Array(steps)
    this.instants = new Int32Array(steps)
    this.rows = new Int32Array(steps)
  }

  open(events: UnitEvents, row: number): void {
    this.length = 0
    this.take(events, events.instantOf[row] ?? 0, row)
  }

  take(events: UnitEvents, instant: number, row: number): void {
    this.at[this.length] = events.timeOf(instant)
    this.instants[this.length] = instant
    this.rows[this.length] = row
    this.length += 1
  }

  copyFrom(other: AttemptBuffer): void {
    this.length = other.length
    for (let step = 0; step < other.length; step += 1) {
      this.at[step] = other.at[step] ?? 0
      this.instants[step] = other.instants[step] ?? 0
      this.rows[step] = other.rows[step] ?? 0
    }
  }

  /** Further, or as far and earlier. Of equals neither is better: the one that was found first stays. */
  isBetterThan(other: AttemptBuffer): boolean {
    if (this.length !== other.length) return this.length > other.length
    for (let step = 0; step < this.length; step += 1) {
      const mine = this.at[step] ?? 0
      const theirs = other.at[step] ?? 0
      if (mine !== theirs) return mine < theirs
    }
    return false
  }
}
