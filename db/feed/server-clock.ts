/** Steps smaller than this are covered by the margin of every read. */
const TOLERANCE_MS = 200

/** Compares the server's clock with a clock of this process that never jumps. */
export class ServerClock {
  private last: { clockMs: number; at: number } | null = null

  constructor(private readonly monotonicMs: () => number) {}

  /**
   * The oldest instant at which something may have been written since the last call: when the clock was set back meanwhile,
   * it may be older than the last call itself.
   */
  floorOf(clockMs: number): number {
    const at = this.monotonicMs()
    const { last } = this
    this.last = { clockMs, at }
    if (!last) return clockMs
    const elapsed = at - last.at
    return clockMs < last.clockMs + elapsed - TOLERANCE_MS ? clockMs - elapsed : last.clockMs
  }
}
