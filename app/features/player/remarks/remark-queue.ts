import { AttemptTimer } from '../client/attempt-timer'
import type { QueueClock } from '../client/queue-clock'
import type { Fetch } from '../client/send-batch'
import type { RemarkChange } from './remark'
import type { RemarkStorage } from './remark-storage'
import { sendRemark } from './send-remark'

export interface RemarkQueueOptions {
  trialId: string
  fetch: Fetch
  storage: RemarkStorage
  clock: QueueClock
  random?: () => number
  /** The server refuses a change for good, so it was dropped. */
  onRefused: (change: RemarkChange) => void
}

const ANSWER_WITHIN_MS = 20_000

/**
 * Sends what the prospect says of one trial, whatever the network does. Of each remark only the last change counts; it stays
 * in storage until the server has it, and sending it twice is harmless.
 */
export class RemarkQueue {
  private readonly changes = new Map<string, RemarkChange>()
  private readonly timer: AttemptTimer
  private sending: Promise<void> | null = null
  private closed = false

  constructor(private readonly options: RemarkQueueOptions) {
    const { clock, random = Math.random } = options
    this.timer = new AttemptTimer(clock, random, () => void this.flush())
  }

  /** Changes that the server has not confirmed. */
  get waiting(): RemarkChange[] {
    return [...this.changes.values()]
  }

  /** Takes up what an earlier page left. */
  async restore(): Promise<void> {
    const left = await this.options.storage.load(this.options.trialId).catch(() => [])
    for (const change of left) if (!this.changes.has(change.id)) this.changes.set(change.id, change)
    this.wake()
  }

  change(change: RemarkChange): void {
    this.changes.set(change.id, change)
    this.options.storage.put(change).catch(() => {})
    void this.flush()
  }

  /** Sends at once when the network or the page is back. */
  wake(): void {
    if (this.changes.size > 0) void this.flush()
  }

  /** Sends now; ends when nothing waits, or sending must be tried again later. */
  flush(): Promise<void> {
    this.sending ??= this.sendAll().finally(() => (this.sending = null))
    return this.sending
  }

  /** Stops the timer. What waits stays in storage. */
  close(): void {
    this.closed = true
    this.timer.stop()
  }

  private async sendAll(): Promise<void> {
    this.timer.stop()
    for (let next = this.first(); next && !this.closed; next = this.first()) {
      const fate = await this.send(next)
      if (fate === 'later') return this.timer.afterFailure(0)
      this.timer.succeeded()
      this.settle(next)
      if (fate === 'refused') this.options.onRefused(next)
    }
  }

  private first(): RemarkChange | undefined {
    return this.changes.values().next().value
  }

  private async send(change: RemarkChange) {
    const { clock, fetch } = this.options
    const controller = new AbortController()
    const cancel = clock.after(ANSWER_WITHIN_MS, () => controller.abort())
    const fate = await sendRemark(fetch, change, controller.signal)
    cancel()
    return fate
  }

  /** A remark that was changed meanwhile still waits. */
  private settle(change: RemarkChange): void {
    if (this.changes.get(change.id) !== change) return
    this.changes.delete(change.id)
    this.options.storage.drop(change).catch(() => {})
  }
}
