import type { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import { deserializeError } from './collect-protocol'
import type {
  CollectAnswer,
  CollectOrder,
  CollectReport,
  CollectThreadData,
  TicketedBatch,
} from './collect-protocol'
import { WAITING_BATCHES, WAITING_EVENTS, tooMuch } from '~/platform/trials/collector'
import type { AcceptedEvents, Collector, CollectorMetrics, EventResult } from '~/platform/trials/collector'
import { startThread } from './start-thread'

export interface CollectorThreadsOptions extends CollectThreadData {
  threads: number
  metrics: CollectorMetrics
  log: Logger
  /** For tests. */
  start?: (data: CollectThreadData) => Worker
}

interface Waiting {
  events: number
  resolve: (accepted: AcceptedEvents) => void
  reject: (error: unknown) => void
}

/** A thread and its pending batches. A trial always goes to the same thread, which caches its run. */
interface Lane {
  worker: Worker
  /** When it ended by itself, on the clock of `performance`. */
  endedAt: number | null
  outbox: TicketedBatch[]
  waiting: Map<number, Waiting>
}

/** The pause before a thread is restarted, so that one that cannot start does not use up the machine. */
const PAUSE_MS = 1_000
/** How long a thread may take to answer accepted batches at shutdown. */
const END_MS = 10_000

const startCollectThread = (data: CollectThreadData): Worker => startThread('collect-worker', { data })

/**
 * A collector that verifies and writes in threads, each with its own collector, so that requests are read and answered
 * meanwhile. When a thread ends unexpectedly, its unanswered batches are refused as `unavailable`, to be sent again:
 * the trace shows what was written. The next batch for it starts a new thread, after a pause.
 */
export function createCollectorThreads(options: CollectorThreadsOptions): Collector {
  const { threads, metrics, log, databaseUrl, logLevel, longestTransactionMs, collectBy } = options
  const { start = startCollectThread } = options
  let closed = false
  let tickets = 0
  const waiting = { batches: 0, events: 0 }

  function openLane(): Lane {
    const worker = start({ databaseUrl, logLevel, longestTransactionMs, collectBy })
    const lane: Lane = { worker, endedAt: null, outbox: [], waiting: new Map() }
    worker.on('message', (report: CollectReport) => takeReport(lane, report))
    worker.on('error', (error) => log.error({ err: error }, 'A collecting thread failed'))
    worker.on('exit', (code) => {
      if (!closed) log.error({ code }, 'A collecting thread ended')
      lane.endedAt = performance.now()
      lane.outbox = []
      for (const ticket of [...lane.waiting.keys()]) settle(lane, ticket)?.reject(tooMuch())
    })
    return lane
  }

  const lanes = Array.from({ length: threads }, openLane)
  metrics.waitingBatches(() => waiting.batches)
  const isFull = () => closed || waiting.batches >= WAITING_BATCHES || waiting.events >= WAITING_EVENTS

  /** The thread of a trial; null while the one that ended is not to be replaced yet. */
  function laneOf(trialId: string): Lane | null {
    const index = laneNumber(trialId, threads)
    const lane = lanes[index]
    if (lane?.endedAt === null) return lane
    if (lane && performance.now() - (lane.endedAt ?? 0) < PAUSE_MS) return null
    return (lanes[index] = openLane())
  }

  function settle(lane: Lane, ticket: number): Waiting | undefined {
    const found = lane.waiting.get(ticket)
    if (found && lane.waiting.delete(ticket)) {
      waiting.batches -= 1
      waiting.events -= found.events
    }
    return found
  }

  function takeReport(lane: Lane, { answers, events, groups }: CollectReport): void {
    for (const [result, count] of Object.entries(events))
      metrics.events.inc({ result: result as EventResult }, count)
    for (const batches of groups) metrics.groupBatches.observe(batches)
    for (const answer of answers) answerWaiting(settle(lane, answer.ticket), answer)
  }

  return {
    refusal: () => (isFull() ? tooMuch() : null),
    accept: ({ key, events, receivedAt }) =>
      new Promise((resolve, reject) => {
        const lane = isFull() ? null : laneOf(key.id)
        if (!lane) return reject(tooMuch())
        tickets += 1
        waiting.batches += 1
        waiting.events += events.length
        lane.waiting.set(tickets, { events: events.length, resolve, reject })
        lane.outbox.push({
          ...{ ticket: tickets, key, receivedAt: receivedAt.getTime() },
          events: JSON.stringify(events),
        })
        if (lane.outbox.length === 1) setImmediate(() => send(lane))
      }),
    drain: async () => {
      closed = true
      await Promise.all(lanes.filter(({ endedAt }) => endedAt === null).map(end))
    },
  }
}

/** The thread of a trial, by the random end of its id. */
const laneNumber = (trialId: string, threads: number): number =>
  Number.parseInt(trialId.slice(-4), 16) % threads

/** Batches that arrive in one turn of the event loop are sent together, since each message wakes the thread. */
function send(lane: Lane): void {
  if (lane.outbox.length === 0) return
  const order: CollectOrder = { batches: lane.outbox }
  lane.outbox = []
  lane.worker.postMessage(order)
}

function answerWaiting(waiting: Waiting | undefined, answer: CollectAnswer): void {
  if ('accepted' in answer) waiting?.resolve(answer.accepted)
  else waiting?.reject(deserializeError(answer))
}

async function end(lane: Lane): Promise<void> {
  send(lane)
  const gone = new Promise((resolve) => lane.worker.once('exit', resolve))
  const order: CollectOrder = { end: true }
  lane.worker.postMessage(order)
  // A hanging thread or database must not keep the others from closing.
  const late = setTimeout(() => void lane.worker.terminate(), END_MS)
  await gone
  clearTimeout(late)
}
