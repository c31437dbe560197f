import { join } from 'node:path'
import type { Logger } from 'pino'
import { openDatabase } from '#db/client'
import { isDistributed } from '#db/distribution/is-distributed'
import { setFastEngine } from '~/domain/demo/engine/fast/fast-engine'
import { createCollector } from '~/features/collect/events/collector.server'
import { ColumnsProcess } from './columns/columns-process'
import { createOwnColumns } from './columns/own-columns'
import { createAuth } from '~/platform/sign-in/auth'
import { createCollectorThreads } from './threads/collector-threads'
import type { App } from '~/platform/context/context'
import type { ColumnarCopy } from '~/platform/columns/columnar-copy'
import type { Environment } from '~/platform/environment'
import { createInspector } from './threads/create-inspector'
import { EventStreams } from '~/platform/http/event-streams'
import { createLiveContent } from '~/platform/content/live-content'
import { createMetrics } from '~/platform/metrics'
import { openMediaStore } from '~/platform/media/open-store'
import { createOutletLimits } from '~/platform/outlet-limits'
import type { Metrics } from '~/platform/metrics'
import { createSignInLimits } from '~/platform/sign-in/sign-in-limits'
import { createTrials } from '~/platform/trials/trial-runs'

export interface ClosableApp extends App {
  /** Writes what it has taken, then ends listeners, threads and connections. The database itself is not stopped. */
  close(): Promise<void>
}

/** Creates all process-wide services, on a migrated database at `databaseUrl`. */
export async function createApp(options: {
  env: Environment
  databaseUrl: string
  /** Whether the server can bound transactions, as PostgreSQL 17 and newer do. */
  boundsTransactions?: boolean
  log: Logger
  /** Where the copy for boards is kept, by a process of its own; without it, it is in the memory of this one. */
  columnsDirectory?: string
  /** Threads that verify and write events; without any it is done by this one. */
  collectors?: number
  now?: () => Date
}): Promise<ClosableApp> {
  const { env, databaseUrl, log, collectors = 0, now = () => new Date() } = options
  setFastEngine(env.fastEngine)
  const longestTransactionMs = options.boundsTransactions ? env.longestTransactionMs : undefined
  const database = openDatabase(databaseUrl, { reportTimeoutMs: env.boardTimeoutMs, longestTransactionMs })
  const { db, sql, reports } = database
  const content = createLiveContent({ db, url: databaseUrl, log })
  const inspector = createInspector({ db })
  const metrics = createMetrics()
  const trials = createTrials({ content })
  const collectBy = env.collectBy ?? ((await isDistributed(sql)) ? 'visitor' : 'group')
  const collector =
    collectors > 0
      ? createCollectorThreads({
          ...{ threads: collectors, databaseUrl, longestTransactionMs, collectBy },
          ...{ logLevel: env.logLevel, metrics, log },
        })
      : createCollector({ sql, trials, metrics, log, collectBy })
  const directory = options.columnsDirectory
  const columns = openColumnarCopy({ env, databaseUrl, log, metrics, directory, now })
  const streams = new EventStreams()
  await content.start()
  return {
    env,
    log,
    db,
    sql,
    reports,
    columns,
    content,
    inspector,
    media: openMediaStore(env.media),
    auth: createAuth({ db, env, log }),
    signInLimits: createSignInLimits(),
    outletLimits: createOutletLimits(),
    metrics,
    trials,
    collector,
    streams,
    now,
    close: async () => {
      streams.close()
      await collector.drain()
      await Promise.all([content.stop(), inspector.stop(), columns.stop()])
      await database.close()
    },
  }
}

function openColumnarCopy(options: {
  env: Environment
  databaseUrl: string
  log: Logger
  metrics: Metrics
  directory: string | undefined
  now: () => Date
}): ColumnarCopy {
  const { env, databaseUrl, log, metrics, directory, now } = options
  const { boardTimeoutMs: limitMs, longestTransactionMs: longestMs, logLevel } = env
  if (directory === undefined) return createOwnColumns({ databaseUrl, longestMs, limitMs, now })
  let asOfMs: number | null = null
  metrics.columnsLag(() => (asOfMs === null ? null : Math.max(0, Date.now() - asOfMs) / 1_000))
  return new ColumnsProcess({
    settings: {
      ...{ databaseUrl, longestMs, limitMs, logLevel, ...env.columns },
      file: join(directory, 'copy.duckdb'),
    },
    log,
    patienceMs: limitMs,
    onStatus: (status) => (asOfMs = status.asOfMs),
  })
}
