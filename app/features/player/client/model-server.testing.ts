import type { TraceEvent } from '~/domain/demo/engine/trace'
import type { QueueClock } from './queue-clock'
import type { Fetch } from './send-batch'

/** What the network does to one request: `reply-lost` reaches the server, `late` arrives after `ms`. */
export type Fault = 'none' | 'request-lost' | 'reply-lost' | 'twice' | 'late' | 'busy'

/**
 * Test double of the collecting server behind an unreliable network. Implements only the protocol of `POST
 * …/events`.
 */
export class ModelServer {
  readonly trace: TraceEvent[] = []
  requests = 0
  /** Events of this type are refused. */
  refuses = 'REFUSED'
  private faults: Fault[] = []

  constructor(private readonly clock: QueueClock) {}

  /** The faults of the next requests, in order; later requests succeed. */
  suffer(...faults: Fault[]): void {
    this.faults.push(...faults)
  }

  fetch: Fetch = async (_url, init) => {
    this.requests += 1
    const body = JSON.parse(String(init.body)) as { events: TraceEvent[] }
    const fault = this.faults.shift() ?? 'none'
    if (fault === 'request-lost') throw new TypeError('network')
    if (fault === 'busy') return problem(503, { code: 'unavailable' }, { 'retry-after': '7' })
    if (fault === 'late') await new Promise<void>((resolve) => void this.clock.after(5_000, resolve))
    if (fault === 'twice') this.answer(body.events)
    const answer = this.answer(body.events)
    if (fault === 'reply-lost') throw new TypeError('network')
    return answer
  }

  private answer(events: TraceEvent[]): Response {
    for (const event of events) {
      if (event.seq <= this.trace.length) continue
      if (event.seq > this.trace.length + 1) {
        return problem(409, { code: 'sequence-gap', expectedSeq: this.trace.length + 1 })
      }
      if (event.type === this.refuses) {
        return problem(422, { code: 'event-refused', detail: 'no', seq: event.seq, reason: 'not-offered' })
      }
      this.trace.push(event)
    }
    return Response.json({ lastSeq: this.trace.length })
  }
}

function problem(
  status: number,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): Response {
  return Response.json(body, { status, headers })
}
