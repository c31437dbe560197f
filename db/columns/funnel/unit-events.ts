/** The bit of a mask that says: this is an exclusion. The bits below are the steps that the event can fill. */
export const EXCLUDED = 1 << 30
export const STEPS = EXCLUDED - 1

/** The events of one unit in the order of time, in plain arrays that are used again for the next unit. */
export class UnitEvents {
  /** The number of the unit. */
  unit = -1
  size = 0
  at = new Float64Array(256)
  mask = new Int32Array(256)
  /** Of the value that the unit may be grouped by; 0: none. */
  value = new Int32Array(256)
  /** Each instant that has events: its first one, and for each event the instant it belongs to. */
  instants = 0
  starts = new Int32Array(257)
  instantOf = new Int32Array(256)

  begin(unit: number): void {
    this.unit = unit
    this.size = 0
    this.instants = 0
  }

  /** Events are added by time, those of one instant by their place in the history. */
  add(at: number, mask: number, value: number): void {
    const row = this.size
    if (row === this.at.length) this.grow()
    if (row === 0 || at !== this.at[row - 1]) {
      this.starts[this.instants] = row
      this.instants += 1
    }
    this.at[row] = at
    this.mask[row] = mask
    this.value[row] = value
    this.instantOf[row] = this.instants - 1
    this.size = row + 1
    this.starts[this.instants] = this.size
  }

  stepsOf(row: number): number {
    return (this.mask[row] ?? 0) & STEPS
  }

  fits(row: number, step: number): boolean {
    return (((this.mask[row] ?? 0) >> step) & 1) === 1
  }

  start(instant: number): number {
    return this.starts[instant] ?? this.size
  }

  timeOf(instant: number): number {
    return this.at[this.start(instant)] ?? Infinity
  }

  private grow(): void {
    const length = this.at.length * 2
    const floats = new Float64Array(length)
    floats.set(this.at)
    this.at = floats
    this.mask = larger(this.mask, length)
    this.value = larger(this.value, length)
    this.instantOf = larger(this.instantOf, length)
    this.starts = larger(this.starts, length + 1)
  }
}

/** A copy with room for more. */
export function larger(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length)
  copy.set(array)
  return copy
}
