import type { TraceEvent } from '~/domain/demo/engine/trace'
import { AttemptTimer } from './attempt-timer'
import type { QueueClock } from './queue-clock'
import type { QueueStorage } from './queue-storage'
import { sendBatch, sendBeacon } from './send-batch'
import type { Beacon, Fetch, SendOutcome } from './send-batch'
import { WaitingEvents } from './waiting-events'

/** An event of the player, before the queue numbers it. */
export type NewEvent = Omit<TraceEvent, 'seq'>

/** Why the server and this page no longer agree. The player reads the trial again and calls `restore`. */
export interface QueueRefusal {
  /** `event-refused`, `not-found`, `conflict`…, or `out-of-step` when another page drives the same trial. */
  code: string
  message: string
  /** The event that was refused; everything before it is kept. */
  seq?: number
  /** For a refused event: why the engine refused it. */
  reason?: string
}

/** `saved`: the server has everything. `saving`: under way. `waiting`: kept here until the network is back. */
export type QueueStatus = 'saved' | 'saving' | 'waiting' | 'stopped'

export interface TrialQueueOptions {
  trialId: string
  fetch: Fetch
  /** For browsers that cancel a `fetch` when the page is closed. */
  beacon?: Beacon
  storage: QueueStorage
  clock: QueueClock
  /** In [0, 1); spreads retries. */
  random?: () => number
  onRefused?: (refusal: QueueRefusal) => void
  onStatus?: (status: QueueStatus) => void
}

const BATCH_AFTER_MS = 2_000
const BATCH_EVENTS = 20
/** Limits of one request. The server accepts up to 200 events and 256 kB. */
const REQUEST_LIMIT = { count: 200, bytes: 180_000 }
/** Browsers drop keepalive bodies over 64 kB in total; the rest stays in storage until the next visit. */
const HIDE_LIMIT = { count: 200, bytes: 59_900, strict: true }
const ANSWER_WITHIN_MS = 20_000
const MOST_GAPS = 3
const OUT_OF_STEP: QueueRefusal = { code: 'out-of-step', message: 'Another page drives the same trial.' }

export function createTrialQueue(options: TrialQueueOptions): TrialQueue {
  return new TrialQueue(options)
}

/**
 * Numbers the events of one trial and sends them in order, whatever the network does. An event is removed from the
 * queue only when the server has confirmed it; sending it twice is harmless.
 */
export class TrialQueue {
  private readonly waiting: WaitingEvents
  private readonly timer: AttemptTimer
  private nextSeq = 1
  private sending: Promise<void> | null = null
  private gaps = 0
  private stopped = false
  private status: QueueStatus = 'saved'

  constructor(private readonly options: TrialQueueOptions) {
    this.waiting = new WaitingEvents(options.trialId, options.storage)
    this.timer = new AttemptTimer(options.clock, options.random ?? Math.random, () => void this.pump())
  }

  /** Events that the server has not confirmed. */
  get unsent(): TraceEvent[] {
    return this.waiting.list()
  }

  /**
   * Starts after the server's `lastSeq`, also after a refusal. Returns the unsent events of an earlier page, which
   * the player applies to the server's run. Call it before the first `push` of a resumed trial.
   */
  async restore(lastSeq: number): Promise<TraceEvent[]> {
    await this.sending
    this.timer.stop()
    await this.waiting.restore(lastSeq)
    this.nextSeq = lastSeq + this.waiting.size + 1
    this.stopped = false
    this.succeed()
    if (this.waiting.size > 0) this.timer.within(0)
    this.report()
    return this.unsent
  }

  /** Queues one event. Null after a refusal, until `restore`: then the page no longer shows the server's state. */
  push(event: NewEvent): TraceEvent | null {
    if (this.stopped) return null
    const numbered: TraceEvent = { ...event, seq: this.nextSeq++ }
    this.waiting.add(numbered)
    if (this.waiting.size >= BATCH_EVENTS && !this.timer.failing) void this.pump()
    else this.timer.within(BATCH_AFTER_MS)
    this.report()
    return numbered
  }

  /** Sends now. True when the server then has everything. */
  async flush(): Promise<boolean> {
    await this.pump()
    return this.waiting.size === 0 && !this.stopped
  }

  /** Sends at once when the network or the page is back. */
  wake(): void {
    if (this.waiting.size > 0 && !this.stopped) void this.pump()
  }

  /** The page is closing: sends what fits in a request that continues after it. */
  hide(): void {
    const events = this.waiting.batch(HIDE_LIMIT)
    if (events.length === 0 || this.stopped) return
    const { beacon, trialId } = this.options
    if (beacon) return sendBeacon(beacon, { trialId, events })
    void this.send(events, true).then((outcome) => {
      this.settle(outcome, events)
      this.report()
    })
  }

  /** Stops the timers. Waiting events stay in storage. */
  close(): void {
    this.timer.stop()
    this.stopped = true
  }

  private pump(): Promise<void> {
    this.sending ??= this.sendAll().finally(() => {
      this.sending = null
      this.report()
    })
    return this.sending
  }

  private async sendAll(): Promise<void> {
    this.timer.stop()
    let goOn = true
    while (goOn && this.waiting.size > 0 && !this.stopped) {
      const events = this.waiting.batch(REQUEST_LIMIT)
      goOn = this.settle(await this.send(events, false), events)
    }
  }

  private async send(events: TraceEvent[], keepalive: boolean): Promise<SendOutcome> {
    const { clock, fetch, trialId } = this.options
    const controller = new AbortController()
    const cancel = clock.after(ANSWER_WITHIN_MS, () => controller.abort())
    const outcome = await sendBatch(fetch, { trialId, events }, { keepalive, signal: controller.signal })
    cancel()
    return outcome
  }

  /** True when the next batch may be sent at once. */
  private settle(outcome: SendOutcome, events: TraceEvent[]): boolean {
    if (this.stopped) return false
    switch (outcome.kind) {
      case 'accepted':
        return this.confirm(outcome.lastSeq, events)
      case 'gap':
        return this.closeGap(outcome.expectedSeq, events)
      case 'refused':
        return this.stop(outcome)
      case 'retry':
        return this.fail(outcome.afterMs)
    }
  }

  private confirm(lastSeq: number, events: TraceEvent[]): boolean {
    if (lastSeq >= this.nextSeq) return this.stop(OUT_OF_STEP)
    this.waiting.dropThrough(lastSeq)
    if (lastSeq < (events.at(-1)?.seq ?? 0)) return this.fail()
    return this.succeed()
  }

  private closeGap(expectedSeq: number, events: TraceEvent[]): boolean {
    const first = this.waiting.firstSeq ?? this.nextSeq
    const isStale = (events[0]?.seq ?? 0) < first
    if (isStale) return true
    if (expectedSeq < first || expectedSeq > this.nextSeq) return this.stop(OUT_OF_STEP)
    this.waiting.dropThrough(expectedSeq - 1)
    this.gaps += 1
    return this.gaps <= MOST_GAPS || this.fail()
  }

  private succeed(): true {
    this.timer.succeeded()
    this.gaps = 0
    return true
  }

  private fail(atLeastMs = 0): false {
    this.timer.afterFailure(atLeastMs)
    return false
  }

  /** Events after a refused one start from a state that the server never reached, so they are dropped too. */
  private stop({ code, message, seq, reason }: QueueRefusal): false {
    this.stopped = true
    this.timer.stop()
    this.waiting.clear()
    this.report()
    this.options.onRefused?.({ code, message, ...(seq && { seq }), ...(reason && { reason }) })
    return false
  }

  private report(): void {
    const status = this.currentStatus()
    if (status === this.status) return
    this.status = status
    this.options.onStatus?.(status)
  }

  private currentStatus(): QueueStatus {
    if (this.stopped) return 'stopped'
    if (this.waiting.size === 0) return 'saved'
    return this.timer.failing ? 'waiting' : 'saving'
  }
}
