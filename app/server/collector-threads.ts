import type { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import { toldError } from './collect-protocol'
import type {
  CollectAnswer,
  CollectOrder,
  CollectReport,
  CollectThreadData,
  TicketedBatch,
} from './collect-protocol'
import { WAITING_BATCHES, tooMuch } from './collector'
import type { AcceptedEvents, Collector, CollectorMetrics, EventResult } from './collector'
import { startThread } from './start-thread'

export interface CollectorThreadsOptions extends CollectThreadData {
  threads: number
  metrics: CollectorMetrics
  log: Logger
  /** For tests. */
  start?: (data: CollectThreadData) => Worker
}

interface Waiting {
  resolve: (accepted: AcceptedEvents) => void
  reject: (error: unknown) => void
}

/** One thread, and what it was given. A trial always goes to the same one, which remembers its run. */
interface Lane {
  worker: Worker
  outbox: TicketedBatch[]
  waiting: Map<number, Waiting>
}

const startCollectThread = (data: CollectThreadData): Worker => startThread('collect-worker', { data })

/**
 * A collector whose verifying and writing is done by threads, each with a collector of its own, so that requests are read
 * and answered meanwhile. When a thread ends by itself, what it had not answered is refused as `unavailable`, to be sent
 * again: the trace tells what of it was written. The next batch for it starts another.
 */
export function createCollectorThreads(options: CollectorThreadsOptions): Collector {
  const { threads, metrics, log, databaseUrl, logLevel, start = startCollectThread } = options
  let closed = false
  let tickets = 0
  let waiting = 0

  function openLane(): Lane {
    const lane: Lane = { worker: start({ databaseUrl, logLevel }), outbox: [], waiting: new Map() }
    const { worker } = lane
    worker.on('message', (report: CollectReport) => takeReport(lane, report))
    worker.on('error', (error) => log.error({ err: error }, 'A collecting thread failed'))
    worker.on('exit', () => {
      lanes[lanes.indexOf(lane)] = null
      lane.outbox = []
      for (const ticket of [...lane.waiting.keys()]) settle(lane, ticket)?.reject(tooMuch())
    })
    return lane
  }

  const lanes: (Lane | null)[] = []
  for (let lane = 0; lane < threads; lane += 1) lanes.push(openLane())
  metrics.waitingBatches(() => waiting)

  function settle(lane: Lane, ticket: number): Waiting | undefined {
    const found = lane.waiting.get(ticket)
    if (lane.waiting.delete(ticket)) waiting -= 1
    return found
  }

  function takeReport(lane: Lane, { answers, events, groups }: CollectReport): void {
    for (const [result, count] of Object.entries(events))
      metrics.events.inc({ result: result as EventResult }, count)
    for (const batches of groups) metrics.groupBatches.observe(batches)
    for (const answer of answers) tell(settle(lane, answer.ticket), answer)
  }

  return {
    refusal: () => (closed || waiting >= WAITING_BATCHES ? tooMuch() : null),
    accept: ({ key, events }) =>
      new Promise((resolve, reject) => {
        if (closed || waiting >= WAITING_BATCHES) return reject(tooMuch())
        const lane = (lanes[laneOf(key.id, threads)] ??= openLane())
        tickets += 1
        waiting += 1
        lane.waiting.set(tickets, { resolve, reject })
        lane.outbox.push({ ticket: tickets, key, events: JSON.stringify(events) })
        if (lane.outbox.length === 1) setImmediate(() => send(lane))
      }),
    drain: async () => {
      closed = true
      await Promise.all(lanes.flatMap((lane) => (lane ? [end(lane)] : [])))
    },
  }
}

/** Which of so many threads a trial belongs to: the end of its id is as good as drawn by lot. */
const laneOf = (trialId: string, threads: number): number => Number.parseInt(trialId.slice(-4), 16) % threads

/** What arrived in one turn of the event loop goes together: each message wakes the thread. */
function send(lane: Lane): void {
  if (lane.outbox.length === 0) return
  const order: CollectOrder = { batches: lane.outbox }
  lane.outbox = []
  lane.worker.postMessage(order)
}

function tell(waiting: Waiting | undefined, answer: CollectAnswer): void {
  if ('accepted' in answer) waiting?.resolve(answer.accepted)
  else waiting?.reject(toldError(answer))
}

async function end(lane: Lane): Promise<void> {
  send(lane)
  const gone = new Promise((resolve) => lane.worker.once('exit', resolve))
  const order: CollectOrder = { end: true }
  lane.worker.postMessage(order)
  await gone
}
