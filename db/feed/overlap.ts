import type { ServerActivity, OpenWriter } from './activity'

/** Where a read must begin so that no name is missed. All instants are milliseconds of the server's clock. */
export interface Overlap {
  /**
   * Where the read that follows `activity` begins. No name that is visible to it and was not visible to the one before is
   * older. `floorMs` is the oldest instant at which a name may have been written since the last call.
   */
  begin(activity: ServerActivity, floorMs: number): number
  /** Where a later read may have to begin: what is older need not be remembered. */
  readonly earliestMs: number
}

/**
 * On one node. A transaction is known from the first look at which it has written until it has ended; then a read begins where
 * its first name may be, however long ago.
 */
export class OpenWriters implements Overlap {
  private bounds = new Map<string, number>()
  private lastMs: number | null = null

  /** `sinceMs`: where a reader before this one said that the next begins. */
  constructor(
    private readonly longestMs: number,
    private readonly sinceMs?: number,
  ) {}

  begin({ clockMs, writers }: ServerActivity, floorMs: number): number {
    const before = this.bounds
    this.bounds = new Map(
      (writers ?? []).map((writer) => [writer.xid, this.boundOf(writer, clockMs, floorMs)]),
    )
    const ended = [...before].filter(([xid]) => !this.bounds.has(xid)).map(([, bound]) => bound)
    const from = Math.min(floorMs, this.lastMs ?? clockMs, ...ended)
    this.lastMs = clockMs
    return from
  }

  get earliestMs(): number {
    return Math.min(this.lastMs ?? -Infinity, ...this.bounds.values())
  }

  private boundOf(writer: OpenWriter, clockMs: number, floorMs: number): number {
    return Math.min(floorMs, this.bounds.get(writer.xid) ?? this.firstBoundOf(writer, clockMs))
  }

  /** One that had written nothing at the last look has no older name than that look. */
  private firstBoundOf({ startedMs }: OpenWriter, clockMs: number): number {
    if (this.lastMs !== null) return Math.max(startedMs ?? -Infinity, this.lastMs)
    return this.sinceMs ?? startedMs ?? clockMs - this.longestMs
  }
}

/** Where transactions cannot be seen: every read begins before the longest that one may take. */
export class LongestTransaction implements Overlap {
  private readonly looks: { at: number; floorMs: number }[] = []

  constructor(
    private readonly longestMs: number,
    private readonly monotonicMs: () => number,
    private readonly sinceMs?: number,
  ) {}

  begin({ clockMs }: ServerActivity, floorMs: number): number {
    const now = this.monotonicMs()
    const [first] = this.looks
    const oldestMs = Math.min(floorMs, first ? clockMs : (this.sinceMs ?? clockMs - this.longestMs))
    const from = Math.min(oldestMs, this.earliestMs)
    this.looks.push({ at: now, floorMs: oldestMs })
    while (this.looks[1] && this.looks[1].at < now - this.longestMs) this.looks.shift()
    return from
  }

  get earliestMs(): number {
    return Math.min(...this.looks.map(({ floorMs }) => floorMs))
  }
}
