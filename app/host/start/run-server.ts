import type { Server } from 'node:http'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { migrateDatabase } from '#db/migrate'
import { checkDriver } from './check-driver'
import { createApi } from '../api/api'
import { createApp } from '../app'
import type { App } from '~/platform/context/context'
import { startMaintenance } from '../jobs/maintenance'
import { startScheduleJob } from '../jobs/schedule-job'
import { startWebhookJob } from '../jobs/webhook-job'
import { startMailJob } from '../jobs/mail-job'
import { parseEnvironment } from '~/platform/environment'
import type { Environment, EnvironmentSource } from '~/platform/environment'
import { bringContent, bringFirstOperator, bringTrials } from './first-start'
import type { FirstOperator, Say } from './first-start'
import { keptSecret } from './kept-secret'
import { listen } from '../http/listen'
import { createLog } from '~/platform/log'
import { openStore } from './open-store'
import type { Store } from './open-store'
import { builtPages, livePages } from '../http/pages'
import type { Pages } from '../http/pages'
import { ownOrigin } from '~/platform/http/own-origin'
import { createWeb } from '../http/web'

const DRAIN_MS = 10_000

/** The first version of PostgreSQL that does. */
const BOUNDS_TRANSACTIONS = 170_000

export interface RunningServer {
  /** The address it serves. */
  url: string
  /** The operator created by this start; null when one existed. */
  operator: FirstOperator | null
  /** Stops accepting, lets requests end, closes everything, and stops the embedded database cleanly. */
  stop(): Promise<void>
}

type Close = () => Promise<void>

/** Starts Foyer, reporting each step. When a step fails, everything opened before it is closed. */
export async function runServer(source: EnvironmentSource, say: Say): Promise<RunningServer> {
  checkDriver()
  const env = parseEnvironment(source, keptSecret)
  const log = createLog(env, { terminal: process.stdout.isTTY })
  const listener = await listen(env.host, env.port)
  const opened: Close[] = []
  try {
    const store = await startStore(env, log, say)
    opened.push(store.stop)
    const app = await createApp({
      ...{ env, databaseUrl: store.url, log, collectors: env.collectors },
      columnsDirectory: join(env.dataDirectory, 'columns'),
      boundsTransactions: store.version >= BOUNDS_TRANSACTIONS,
    })
    opened.push(app.close)
    const pages = await openPages(app, listener.server, say)
    await bringContent(app, say)
    if (store.kind === 'embedded') await bringTrials(app, say)
    const operator = await bringFirstOperator(app)
    const mail = await startMailJob(app, { url: store.url })
    opened.push(mail.stop)
    opened.push(startWebhookJob(app).stop)
    opened.push(startScheduleJob(app).stop)
    const care = startMaintenance(app)
    let accepting = true
    listener.serve(createWeb({ app, api: createApi(app), pages, accepting: () => accepting }))
    const stop = async () => {
      accepting = false
      care.stop()
      app.streams.close()
      await pages.close()
      await listener.drain(DRAIN_MS)
      await closeAll(opened, log)
    }
    return { url: ownOrigin({ ...env, port: listener.port }), operator, stop }
  } catch (error) {
    await listener.drain(0)
    await closeAll(opened, log)
    throw error
  }
}

async function startStore(env: Environment, log: Logger, say: Say): Promise<Store> {
  say(env.databaseUrl === null ? 'Database: starting the embedded PostgreSQL' : 'Database: connecting')
  const store = await openStore(env, (message) => log.warn(message))
  try {
    const { applied } = await migrateDatabase(store.url)
    say(applied > 0 ? `Database: ready, ${applied} migrations applied` : 'Database: ready')
    return store
  } catch (error) {
    await store.stop()
    throw error
  }
}

async function openPages(app: App, server: Server, say: Say): Promise<Pages> {
  if (app.env.mode !== 'development') return builtPages(app)
  say('Pages: served from their sources, reloaded when a file is saved')
  return livePages(app, server)
}

/** Closes in reverse order. A failure does not stop the others from closing. */
async function closeAll(opened: Close[], log: Logger): Promise<void> {
  for (const close of opened.reverse()) {
    try {
      await close()
    } catch (error) {
      log.error({ err: error }, 'A part of the server failed to close')
    }
  }
}
