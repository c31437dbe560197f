import type { ServerResponse } from 'node:http'
import { DomainError } from '~/domain/errors'

interface StreamLimits {
  /** Streams that one person may have open: one for each tab that is looked at. */
  perPerson: number
  perProcess: number
}

const LIMITS: StreamLimits = { perPerson: 8, perProcess: 200 }

/** How long a browser waits before it connects again. */
const RETRY_MS = 3_000
/** What a reader who does not read may leave unread. */
const MOST_UNREAD_BYTES = 64 * 1024

/** One stream of server-sent events. */
export class EventStream {
  private isOpen = true

  constructor(private readonly res: ServerResponse) {
    res.once('close', () => (this.isOpen = false))
    // `no-transform` keeps the compression from holding back what is written; the last one speaks to nginx.
    res.setHeader('Content-Type', 'text/event-stream; charset=utf-8')
    res.setHeader('Cache-Control', 'no-store, no-transform')
    res.setHeader('X-Accel-Buffering', 'no')
    res.writeHead(200)
    res.write(`retry: ${RETRY_MS}\n\n`)
  }

  get open(): boolean {
    return this.isOpen
  }

  send(event: string, data: object, id?: string): void {
    if (!this.isOpen) return
    if (this.res.writableLength > MOST_UNREAD_BYTES) return void this.res.destroy()
    const name = id === undefined ? '' : `id: ${id}\n`
    this.res.write(`${name}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }

  end(): void {
    if (this.isOpen) this.res.end()
    this.isOpen = false
  }

  onClose(callback: () => void): void {
    this.res.once('close', callback)
  }
}

/** Every stream that this process has open, within limits. */
export class EventStreams {
  private readonly streams = new Map<EventStream, string>()
  private isClosed = false

  constructor(private readonly limits = LIMITS) {}

  /**
   * Answers a request with a stream.
   * @throws DomainError `rate-limited` when the person has too many open, `unavailable` when the process has or ends
   */
  open(res: ServerResponse, person: string): EventStream {
    const own = [...this.streams.values()].filter((one) => one === person).length
    if (own >= this.limits.perPerson) {
      throw new DomainError('rate-limited', 'Too many pages follow along. Close some of them.')
    }
    if (this.isClosed || this.streams.size >= this.limits.perProcess) {
      throw new DomainError('unavailable', 'No more pages can follow along at the moment.')
    }
    const stream = new EventStream(res)
    this.streams.set(stream, person)
    stream.onClose(() => this.streams.delete(stream))
    return stream
  }

  get count(): number {
    return this.streams.size
  }

  /** Ends every stream and opens no more. */
  close(): void {
    this.isClosed = true
    for (const stream of this.streams.keys()) stream.end()
  }
}
