import type { FunnelQuery } from '~/domain/insight/funnel/funnel-query'
import { AnyOrder } from './any-order'
import { AttemptBuffer } from './attempt-buffer'
import { Exclusions } from './exclusions'
import { InOrder } from './in-order'
import type { UnitEvents } from './unit-events'

const NO_INSTANT = -1

/** Finds how far one unit got: the furthest attempt, and of those the earliest. */
export class WinningAttempt {
  readonly best: AttemptBuffer
  private readonly current: AttemptBuffer
  private readonly walk: InOrder | AnyOrder
  private readonly exclusions = new Exclusions()
  /** Kinds of openers seen at the instant of the current one: later ones of a kind get no further. */
  private readonly seen = new Set<number>()
  private seenAt = NO_INSTANT

  constructor(private readonly query: FunnelQuery) {
    const steps = query.steps.length
    const rules = { steps, windowMs: query.windowSeconds * 1_000 }
    this.best = new AttemptBuffer(steps)
    this.current = new AttemptBuffer(steps)
    this.walk =
      query.order === 'unordered'
        ? new AnyOrder(rules)
        : new InOrder({ ...rules, strict: query.order === 'strict' })
  }

  /** Leaves it in `best`; a unit that counts at no step has a length of 0. */
  find(events: UnitEvents): void {
    this.best.length = 0
    let opener = this.nextOpener(events, 0)
    if (opener === events.size) return
    const first = opener
    this.walk.read(events)
    if (this.query.exclusions.length > 0) this.exclusions.read(events)
    this.seenAt = NO_INSTANT
    while (opener < events.size && !this.isSettled(events, opener)) {
      this.tryOpener(events, opener)
      opener = this.nextOpener(events, opener + 1)
    }
    if (this.best.length === 0 && this.query.order === 'unordered') this.best.open(events, first)
  }

  /** Names the event of each step of the best attempt. */
  nameRows(events: UnitEvents): void {
    if (this.walk instanceof InOrder) this.walk.nameRows(this.best, events)
  }

  private tryOpener(events: UnitEvents, row: number): void {
    if (this.isSeen(events, row)) return
    this.current.open(events, row)
    this.walk.follow(this.current)
    const isRemoved = this.query.exclusions.length > 0 && this.exclusions.remove(this.current)
    if (!isRemoved && this.current.isBetterThan(this.best)) this.best.copyFrom(this.current)
  }

  private isSeen(events: UnitEvents, row: number): boolean {
    const instant = events.instantOf[row] ?? 0
    if (events.start(instant + 1) - events.start(instant) === 1) return false
    if (instant !== this.seenAt) this.seen.clear()
    this.seenAt = instant
    const kind = events.stepsOf(row)
    if (this.seen.has(kind)) return true
    this.seen.add(kind)
    return false
  }

  /** No later attempt is better than one that did every step. */
  private isSettled(events: UnitEvents, opener: number): boolean {
    const { best, query } = this
    return best.length === query.steps.length && best.instants[0] !== events.instantOf[opener]
  }

  private nextOpener(events: UnitEvents, from: number): number {
    const { fromMs, toMs } = this.query
    for (let row = from; row < events.size; row += 1) {
      const at = events.at[row] ?? 0
      if (toMs !== null && at > toMs) break
      if ((fromMs === null || at >= fromMs) && this.walk.opens(events, row)) return row
    }
    return events.size
  }
}
