import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '#db/client'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import { createCollector } from '~/features/collect/events/collector.server'
import { serializeError } from './collect-protocol'
import type {
  CollectAnswer,
  CollectOrder,
  CollectReport,
  CollectThreadData,
  TicketedBatch,
} from './collect-protocol'
import type { CollectorMetrics } from '~/platform/trials/collector'
import { createLiveContent } from '~/platform/content/live-content'
import { createLog } from '~/platform/log'
import { createTrials } from '~/platform/trials/trial-runs'
import { takeSettings } from './take-settings'

/** Transactions of single visitors wait for the network, so many run at a time. */
const CONNECTIONS = { group: 4, visitor: 24 }

takeSettings()
const { databaseUrl, logLevel, longestTransactionMs, collectBy } = workerData as CollectThreadData
const log = createLog({ logLevel }, { terminal: false })
const database = openDatabase(databaseUrl, { max: CONNECTIONS[collectBy], longestTransactionMs })
// Only revisions are read, and these never change, so there is nothing to listen for.
const content = createLiveContent({ db: database.db, url: databaseUrl, log })
const trials = createTrials({ content })

let report: CollectReport | null = null

/** The pending report: sent once, with everything answered in this turn of the event loop. */
function reporting(): CollectReport {
  if (report) return report
  report = { answers: [], events: {}, groups: [] }
  setImmediate(() => {
    parentPort?.postMessage(report)
    report = null
  })
  return report
}

const metrics: CollectorMetrics = {
  events: {
    inc: ({ result }, count = 1) => {
      const { events } = reporting()
      events[result] = (events[result] ?? 0) + count
    },
  },
  groupBatches: { observe: (batches) => void reporting().groups.push(batches) },
  waitingBatches: () => {},
}

const collector = createCollector({ sql: database.sql, trials, metrics, log, collectBy })

async function answer({ ticket, key, events, receivedAt }: TicketedBatch): Promise<void> {
  const batch = { key, events: JSON.parse(events) as TraceEvent[], receivedAt: new Date(receivedAt) }
  const outcome: CollectAnswer = await collector.accept(batch).then(
    (accepted) => ({ ticket, accepted }),
    (error: unknown) => ({ ticket, ...serializeError(error) }),
  )
  reporting().answers.push(outcome)
}

async function end(): Promise<void> {
  await collector.drain()
  await database.close()
  // After the last report.
  setImmediate(() => parentPort?.close())
}

parentPort?.on('message', (order: CollectOrder) => {
  if ('end' in order) void end()
  else for (const batch of order.batches) void answer(batch)
})
