import type { ISql } from 'postgres'
import type { ChangedName } from '../columns/copy/copied-tables'
import type { ServerActivity } from './activity'
import { listNames, readFeedState } from './names-page'
import type { WrittenName } from './names-page'
import { LongestTransaction, OpenWriters } from './overlap'
import type { Overlap } from './overlap'
import { ServerClock } from './server-clock'

export interface NamesRead {
  feedId: string
  /** False when names were deleted that had not been read: whoever follows must read everything. */
  isWhole: boolean
  /** Everything was changed, and only that is known. */
  isAll: boolean
  /** What was changed or deleted since the last read, each once. */
  names: ChangedName[]
  /** Every change that was committed before this instant has been named by now. Milliseconds. */
  asOfMs: number
  /** Where a reader that takes over begins. Milliseconds. */
  sinceMs: number
  /** False when more names wait already. */
  isComplete: boolean
}

export interface NamesReaderOptions {
  /** Where to begin, from an earlier `sinceMs`; without it only what is committed later is named. */
  sinceMs?: number
  /** The longest that a transaction may take where none can be seen. */
  longestMs: number
  /** Names of one read. */
  limit?: number
  monotonicMs?: () => number
}

/** Covers small steps of the clock, and clocks of several nodes that differ by less. */
const MARGIN_MS = 1_000

/** How far the server's clock may have been set back while nobody read. */
const RESUME_MARGIN_MS = 10_000

const LIMIT = 20_000

/**
 * Reads the names of changed rows so that every committed change is named by the first read that begins after its commit. A
 * name may have been written long before it was committed, so each read goes back as far as its `Overlap` says, and leaves
 * out what it has given already. Nothing is acknowledged: after a failure another reader goes on where the last success ended.
 */
export class NamesReader {
  private overlap: Overlap | null = null
  private readonly clock: ServerClock
  /** Where the next round must begin at the latest. */
  private pendingMs: number
  private marginMs: number
  /** Where the present round goes on, when it takes several reads. */
  private cursorMs: number | null = null
  private limit: number
  private readonly given = new Map<string, WrittenName>()

  constructor(private readonly options: NamesReaderOptions) {
    this.clock = new ServerClock(this.monotonicMs)
    this.pendingMs = options.sinceMs ?? Infinity
    this.marginMs = RESUME_MARGIN_MS
    this.limit = options.limit ?? LIMIT
  }

  /**
   * Names what was committed since the last read. `activity` must have been read before the first statement of `tx`. Rows
   * that are read in a repeatable-read `tx` too are as they were at `asOfMs`.
   */
  async read(tx: ISql, activity: ServerActivity): Promise<NamesRead> {
    const sinceMs = this.begin(activity)
    const fromMs = this.cursorMs ?? sinceMs - this.marginMs
    const [written, feed] = await Promise.all([
      listNames(tx, fromMs, this.limit),
      readFeedState(tx, Math.max(fromMs, sinceMs)),
    ])
    const isComplete = written.reduce((sum, { count }) => sum + count, 0) < this.limit
    const lastMs = Math.floor(written.reduce((last, { at }) => Math.max(last, at), 0) / 1_000)
    this.turnPage(isComplete, fromMs, lastMs)
    const fresh = written.filter((name) => name.count > (this.given.get(keyOf(name))?.count ?? 0))
    for (const name of written) this.given.set(keyOf(name), name)
    this.forget(activity.clockMs)
    return {
      ...feed,
      ...namesOf(fresh),
      asOfMs: isComplete ? activity.clockMs : Math.min(lastMs, activity.clockMs),
      sinceMs: this.earliestMs,
      isComplete,
    }
  }

  /** Where the round begins that this read belongs to, or where the next one will. */
  private begin(activity: ServerActivity): number {
    const { longestMs, sinceMs: ownSinceMs } = this.options
    this.overlap ??= activity.writers
      ? new OpenWriters(longestMs, ownSinceMs)
      : new LongestTransaction(longestMs, this.monotonicMs, ownSinceMs)
    const begun = this.overlap.begin(activity, this.clock.floorOf(activity.clockMs))
    const sinceMs = Math.min(this.pendingMs, begun)
    this.pendingMs = this.cursorMs === null ? Infinity : sinceMs
    return sinceMs
  }

  private turnPage(isComplete: boolean, fromMs: number, lastMs: number): void {
    // More names in one millisecond than one page holds.
    if (!isComplete && lastMs <= fromMs) this.limit *= 2
    if (isComplete) this.marginMs = MARGIN_MS
    this.cursorMs = isComplete ? null : lastMs
  }

  /** Where another reader would have to begin. */
  private get earliestMs(): number {
    return Math.min(this.pendingMs, this.cursorMs ?? Infinity, this.overlap?.earliestMs ?? Infinity)
  }

  /** What a transaction that took far too long names again is given again. */
  private forget(clockMs: number): void {
    const oldestMs = Math.max(this.earliestMs, clockMs - 2 * this.options.longestMs) - MARGIN_MS
    for (const [key, { at }] of this.given) if (at < oldestMs * 1_000) this.given.delete(key)
  }

  private readonly monotonicMs = (): number => (this.options.monotonicMs ?? (() => performance.now()))()
}

const keyOf = ({ at, kind, visitor, id }: WrittenName): string => `${at} ${kind} ${visitor} ${id}`

function namesOf(written: readonly WrittenName[]): Pick<NamesRead, 'names' | 'isAll'> {
  const names = new Map<string, ChangedName>()
  for (const { kind, visitor, id } of written)
    if (kind !== 'all') names.set(`${kind} ${visitor} ${id}`, { kind, visitor, id })
  return { names: [...names.values()], isAll: written.some(({ kind }) => kind === 'all') }
}
