import type { AttemptBuffer } from './attempt-buffer'
import { EXCLUDED, type UnitEvents } from './unit-events'

/** Tells whether an exclusion lies between the steps of an attempt. */
export class Exclusions {
  /** For each instant the time of the first exclusion then or later. */
  private next = new Float64Array(257)

  read(events: UnitEvents): void {
    if (this.next.length <= events.instants) this.next = new Float64Array(events.instants * 2 + 1)
    let next = Infinity
    this.next[events.instants] = next
    for (let row = events.size - 1; row >= 0; row -= 1) {
      if ((events.mask[row] ?? 0) & EXCLUDED) next = events.at[row] ?? next
      this.next[events.instantOf[row] ?? 0] = next
    }
  }

  /** True when one lies between two steps that follow one another, at the instant of neither. */
  remove(attempt: AttemptBuffer): boolean {
    for (let step = 1; step < attempt.length; step += 1) {
      const after = this.next[(attempt.instants[step - 1] ?? 0) + 1] ?? Infinity
      if (after < (attempt.at[step] ?? 0)) return true
    }
    return false
  }
}
