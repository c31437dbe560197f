import type { TraceEvent } from '~/domain/demo/engine/trace'
import type { QueueStorage } from './queue-storage'

/**
 * Events of one trial that the server has not confirmed: in order, without gaps, and copied to storage at once, so
 * that none is lost with the page. When storage fails, they stay in memory.
 */
export class WaitingEvents {
  private events: TraceEvent[] = []
  private stored: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly trialId: string,
    private readonly storage: QueueStorage,
  ) {}

  get size(): number {
    return this.events.length
  }

  get firstSeq(): number | undefined {
    return this.events[0]?.seq
  }

  list(): TraceEvent[] {
    return [...this.events]
  }

  /** Replaces the events in memory with those in storage after `lastSeq`. */
  async restore(lastSeq: number): Promise<void> {
    await this.stored
    const stored = await this.storage.load(this.trialId).catch(() => this.events)
    this.events = continuing(stored, lastSeq)
    this.store((storage) => storage.dropThrough(this.trialId, lastSeq))
  }

  add(event: TraceEvent): void {
    this.events.push(event)
    this.store((storage) => storage.add(this.trialId, event))
  }

  dropThrough(seq: number): void {
    this.events = this.events.filter((event) => event.seq > seq)
    this.store((storage) => storage.dropThrough(this.trialId, seq))
  }

  clear(): void {
    this.events = []
    this.store((storage) => storage.clear(this.trialId))
  }

  /**
   * The oldest events that fit into one request: at most `count`, at most `bytes` of JSON in UTF-8. Includes the
   * first even when it is larger, unless `strict`.
   */
  batch(limit: { count: number; bytes: number; strict?: boolean }): TraceEvent[] {
    const batch: TraceEvent[] = []
    let bytes = 0
    for (const event of this.events.slice(0, limit.count)) {
      bytes += sizeOf(event)
      if (bytes > limit.bytes && (limit.strict === true || batch.length > 0)) break
      batch.push(event)
    }
    return batch
  }

  private store(write: (storage: QueueStorage) => Promise<unknown>): void {
    this.stored = Promise.allSettled([this.stored, write(this.storage)])
  }
}

const encoder = new TextEncoder()

/** Bytes of the event in a JSON list, with its comma. */
function sizeOf(event: TraceEvent): number {
  return encoder.encode(JSON.stringify(event)).length + 1
}

/** The events that follow `lastSeq` without a gap. */
function continuing(events: TraceEvent[], lastSeq: number): TraceEvent[] {
  const later = events.filter((event) => event.seq > lastSeq)
  const gap = later.findIndex((event, index) => event.seq !== lastSeq + 1 + index)
  return gap === -1 ? later : later.slice(0, gap)
}
